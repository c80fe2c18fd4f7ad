import { randomUUID } from 'node:crypto';
import { batchFollowers } from '#jobs/contract.ts';
import { factsOf, type Step, stepsBetween } from '~/domain/declaration/declared-fact.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { type BatchTx, withBatchTransaction } from '~/server/db/batch-client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import {
  addSteps,
  allDeclarations,
  lockEntries,
  noteSupply,
  standingFacts,
} from '~/server/declaration/store-facts.ts';
import { hashFacts, saveBatch } from '~/server/record/store-batch.ts';

/**
 * Brings a firm's records in line with its declarations: new figures are asserted, those that are out revoked, a promise
 * found broken is corrected to say so. Asked again it adds nothing. `ref` names the declaration that asked.
 */
export function enterFacts(actor: Actor, firm: EnterpriseId, ref: string): Promise<void> {
  return withBatchTransaction(async (tx) => {
    await lockEntries(tx, firm);
    const wanted = factsOf(await allDeclarations(tx, firm));
    const held = await standingFacts(
      tx,
      firm,
      wanted.map(({ key }) => key),
    );
    const steps = stepsBetween(held, wanted);
    for (const item of new Set(steps.map(({ fact }) => fact.item)))
      await enterItem(
        tx,
        actor,
        { firm, ref, item },
        steps.filter(({ fact }) => fact.item === item),
      );
  });
}

type Where = { readonly firm: EnterpriseId; readonly ref: string; readonly item: string };

async function enterItem(
  tx: BatchTx,
  actor: Actor,
  { firm, ref, item }: Where,
  steps: readonly Step[],
): Promise<void> {
  const [batchId, at] = [randomUUID(), clock.now()];
  const source = await sourceOf(tx, item);
  const entry = { batchId, item, firm, at };
  await addSteps(tx, source, entry, steps);
  if (item.startsWith('declared.')) await noteSupply(tx, source, entry, steps.length);
  const hashed = await hashFacts(tx, batchId);
  const counts = { read: steps.length, accepted: steps.length, duplicate: 0, quarantined: 0 };
  const head = {
    ...{ batchId, providerId: source.providerId as InstitutionId, mapping: 'declaration', item },
    ...{ fileName: `declaration-${ref}`, receivedBy: null, receivedAt: at, replayOf: null },
  };
  await saveBatch(tx, head, { hash: '', bytes: 0 }, { ...counts, ...hashed }, at);
  await appendAudit(tx, actor, {
    action: 'declaration.entered',
    enterpriseId: firm,
    detail: { item, batchId, contentHash: hashed.contentHash, ops: steps.map(({ op }) => op) },
  });
  await recordChange(tx, actor, {
    kind: 'declaration.entered',
    enterpriseId: firm,
    subjectId: batchId,
    payload: { item },
    jobs: batchFollowers.map((name) => ({ name, payload: { batchId } })),
  });
}

async function sourceOf({ client }: BatchTx, item: string) {
  const { rows } = await client.query<{ version: number; providerId: string }>(
    `select version, provider_id as "providerId" from catalogue_item where code = $1 order by version desc limit 1`,
    [item],
  );
  if (!rows[0]) throw new Error(`no item ${item} in the catalogue`);
  return rows[0];
}
