import { randomUUID } from 'node:crypto';
import { access, constants } from 'node:fs/promises';
import { type Item, isDeliverable } from '~/domain/catalogue/item.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { bindTable } from '~/domain/record/bind-table.ts';
import {
  type Authority,
  modeOf,
  type PrecedenceMode,
  type PrecedenceRule,
  proposalOf,
} from '~/domain/record/precedence.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { type BatchTx, withBatchTransaction } from '~/server/db/batch-client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type DeliveryRefusal, DeliveryRefused } from '~/server/record/delivery-refused.ts';
import type { FileIngestRefusal } from '~/server/record/ingest-file.ts';
import { openFile } from '~/server/record/open-file.ts';
import { type CheckWorld, checkContext, readCheckWorld } from '~/server/record/read-check-context.ts';
import { maxBytes, readWatched } from '~/server/record/read-disk.ts';
import { columnNames, deliveryTable } from '~/server/record/read-mapping.ts';
import { readReconciliationRules } from '~/server/record/read-reconciliation-rules.ts';
import { stageRows } from '~/server/record/stage-rows.ts';
import { lockProviders } from '~/server/record/store-merge.ts';
import { claimsOf, letStand, undecidedOf } from '~/server/record/store-precedence.ts';
import { type Comparison, compareClaims, keepClaims } from '~/server/record/store-reconcile.ts';
import { copyToStage } from '~/server/record/store-stage.ts';

export type ReconcileInput = {
  readonly item: string;
  /** The provider's whole listing, and the third source's, in the columns of a delivery. */
  readonly provider: string;
  readonly third: string;
  /** Who the third source is, in words. */
  readonly thirdSource: string;
  /** Which source made the determination; the item's provider unless said otherwise. */
  readonly authority?: Authority | undefined;
};

export type Reconciled = Comparison & {
  readonly id: string;
  readonly unreadable: number;
  /** Conflicts in which the authority's word stands by policy: nobody needs to decide them. */
  readonly stood: number;
};

/**
 * Compares an item three ways — what is held now, the provider's own listing, a third source — and queues what differs for
 * somebody to decide, or lets the authority's word stand where policy says so. Changes no fact by itself; rows that cannot be read are counted and left out.
 */
export async function reconcile(
  actor: Actor,
  input: ReconcileInput,
): Promise<Result<Reconciled, FileIngestRefusal>> {
  const world = await readCheckWorld(clock.today());
  const item = world.catalogue.get(input.item);
  if (!item) return refuse({ code: 'record.item-unknown', item: input.item });
  if (!isDeliverable(item)) return refuse({ code: 'record.item-verify-only', item: input.item });
  for (const file of [input.provider, input.third]) {
    const readable = await access(file, constants.R_OK).then(
      () => true,
      () => false,
    );
    if (!readable) return refuse({ code: 'record.file-unreadable', file });
  }
  try {
    const { precedence } = await withActor(actor, (tx) => readReconciliationRules(tx, clock.today()));
    return accept(
      await withBatchTransaction((tx) => compare(tx, actor, { ...world, precedence }, item, input)),
    );
  } catch (fault) {
    if (!(fault instanceof DeliveryRefused)) throw fault;
    return refuse(fault.refusal satisfies DeliveryRefusal);
  }
}

async function compare(
  tx: BatchTx,
  actor: Actor,
  world: CheckWorld & { readonly precedence: PrecedenceRule },
  item: Item,
  { provider, third, thirdSource, authority = 'provider' }: ReconcileInput,
): Promise<Reconciled> {
  await lockProviders(tx, [item.providerId]);
  await stageFile(tx, world, item, provider);
  const ofProvider = await keepClaims(tx, 'provider');
  await stageFile(tx, world, item, third);
  const unreadable = ofProvider + (await keepClaims(tx, 'third'));
  const id = randomUUID();
  const by = actor.kind === 'person' ? actor.userId : null;
  const found = await compareClaims(tx, { id, item, thirdSource, authority, by, at: clock.now() });
  const standing = await findStanding(tx, id, authority, modeOf(world.precedence, item.code));
  const detail = {
    reconciliationId: id,
    item: item.code,
    authority,
    ...found,
    unreadable,
    stood: standing.length,
  };
  await appendAudit(tx, actor, { action: 'record.reconciled', detail });
  await recordChange(tx, actor, {
    kind: 'record.reconciled',
    subjectId: id,
    payload: detail,
    jobs: standing.map((conflictId) => ({ name: 'record.settle-conflict', payload: { conflictId } })),
  });
  return { ...found, id, unreadable, stood: standing.length };
}

/** The conflicts in which the authority's word stands, decided at once. */
async function findStanding(
  tx: BatchTx,
  reconciliationId: string,
  authority: Authority,
  mode: PrecedenceMode,
): Promise<string[]> {
  if (mode !== 'stand' || authority === 'none') return [];
  const undecided = await undecidedOf(tx, reconciliationId);
  const ids = undecided
    .filter((row) => proposalOf(claimsOf(row), authority, { decidedHere: row.decidedHere, mode })?.stands)
    .map(({ id }) => id);
  if (ids.length > 0) await letStand(tx, ids, { party: authority, at: clock.now() });
  return ids;
}

async function stageFile(tx: BatchTx, world: CheckWorld, item: Item, path: string): Promise<void> {
  const { mapping, table } = deliveryTable(item);
  const options = { encoding: 'auto', expected: columnNames(table), maxBytes } as const;
  const file = await openFile(readWatched(path, undefined), options);
  const bound = bindTable(mapping, table, file.header, checkContext(world, item));
  if (!bound.ok) throw new DeliveryRefused(bound.refusal);
  await copyToStage(tx, stageRows(file, bound.value.check, false, undefined));
}
