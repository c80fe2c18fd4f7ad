import { randomUUID } from 'node:crypto';
import { dayAt } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { ObjectionGround } from '~/domain/objection/objection.ts';
import { firstDue } from '~/domain/objection/regime.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type RegimeInForce, regimeFor } from '~/server/objection/read-regimes.ts';
import { insertObjection, pendingObjection } from '~/server/objection/store.ts';
import {
  findVersions,
  firmOf,
  headOf,
  isLive,
  itemWordsOf,
  lockRecord,
  type VersionRow,
} from '~/server/objection/store-record.ts';
import { writeCaseStep } from '~/server/objection/write-step.ts';

export type FileRefusal =
  | { readonly code: 'objection.record-not-found' }
  | { readonly code: 'objection.record-gone' }
  | { readonly code: 'objection.own-declaration' }
  | { readonly code: 'objection.pending-already' };

export type NewObjection = {
  readonly factId: string;
  readonly ground: ObjectionGround;
  readonly body: string;
};

/**
 * A firm objects to a record that stands about it, not to its own declaration, which it corrects by declaring again. From this moment it is flagged wherever it is shown; the rule of the
 * firm's place says who looks first, by when, and whether others may see the record meanwhile. Returns the id.
 */
export function fileObjection(actor: Actor, wish: NewObjection): Promise<Result<string, FileRefusal>> {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, async (tx): Promise<Result<string, FileRefusal>> => {
    const record = headOf(await findVersions(tx, enterpriseId, wish.factId));
    if (!record) return refuse({ code: 'objection.record-not-found' });
    await lockRecord(tx, { enterpriseId, item: record.item, sourceKey: record.sourceKey });
    if (!isLive(record)) return refuse({ code: 'objection.record-gone' });
    const { mode } = await itemWordsOf(tx, record.item, record.itemVersion, record.providerId);
    if (mode === 'declared') return refuse({ code: 'objection.own-declaration' });
    if (await pendingObjection(tx, enterpriseId, record.item, record.sourceKey))
      return refuse({ code: 'objection.pending-already' });
    const { regionCode } = await firmOf(tx, enterpriseId);
    const regime = await regimeFor(tx, regionCode, clock.today());
    return accept(await openCase(tx, actor, { enterpriseId, record, regime, wish }));
  });
}

type Opening = {
  readonly enterpriseId: EnterpriseId;
  readonly record: VersionRow;
  readonly regime: RegimeInForce;
  readonly wish: NewObjection;
};

async function openCase(
  tx: Tx,
  actor: Actor,
  { enterpriseId, record, regime, wish }: Opening,
): Promise<string> {
  const id = randomUUID();
  const { item, providerId } = record;
  const state = regime.check ? 'checking' : 'with-provider';
  await insertObjection(tx, {
    enterpriseId,
    id,
    item,
    sourceKey: new Uint8Array(record.sourceKey),
    factId: record.id,
    providerId,
    regime: regime.code,
    regimeVersion: regime.version,
    ...wishOf(wish),
    ...clockOf(regime),
    state,
    filedBy: actor.kind === 'person' ? actor.userId : null,
    suspends: regime.suspendsOnForward && state === 'with-provider',
  });
  await writeCaseStep(
    tx,
    actor,
    { kind: 'objection', id, enterpriseId, providerId, item },
    {
      name: 'filed',
      body: wish.body,
      tell: state === 'with-provider' ? ['provider'] : [],
      facts: { ground: wish.ground, regime: regime.code, regimeVersion: regime.version, state },
      jobs: [{ name: 'restatement.set-clocks', payload: { enterpriseId, ref: id, at: 'filed' } }],
    },
  );
  return id;
}

const wishOf = ({ ground, body }: NewObjection) => ({ ground, body });

/** The clock of the first step, from the moment of receipt. */
function clockOf(regime: RegimeInForce) {
  const receivedAt = clock.now();
  const today = dayAt(receivedAt);
  const due = firstDue(regime, today);
  return { receivedAt, dueOn: due && dateOfDay(due.lastDay), provisional: due?.provisional ?? false };
}
