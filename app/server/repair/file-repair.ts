import { randomUUID } from 'node:crypto';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { endOf } from '~/domain/objection/regime.ts';
import { outlookOf, type RepairOutlook, type RepairRegime, regimeOn } from '~/domain/repair/regime.ts';
import { type FilingRefusal, isRepairPending, mayFile, type RepairKind } from '~/domain/repair/repair.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import {
  findVersions,
  headOf,
  isLive,
  lockRecord,
  type VersionRow,
} from '~/server/objection/store-record.ts';
import { writeCaseStep } from '~/server/objection/write-step.ts';
import { classed, readRepairRegimes } from '~/server/repair/read-regimes.ts';
import { type DutyDone, insertRepair, repairsOf } from '~/server/repair/store.ts';

export type NewRepair = {
  readonly factId: string;
  readonly kind: RepairKind;
  readonly duties: readonly DutyDone[];
  /** The public credit promise (信用承诺). */
  readonly promise: string;
  /** The court's decision that approved the plan; of a reorganisation only. */
  readonly courtOrder: string | null;
};

export type FileRepairRefusal =
  | FilingRefusal
  | { readonly code: 'repair.record-not-found' }
  | { readonly code: 'repair.record-gone' }
  | { readonly code: 'repair.pending-already' };

/**
 * A firm asks the authority that made a record to repair it, the term being over and its duties done; or, with the
 * court's approval of a reorganisation plan, to shield it while the plan is performed, whatever the term. Returns the id.
 */
export function fileRepair(actor: Actor, wish: NewRepair): Promise<Result<string, FileRepairRefusal>> {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, async (tx): Promise<Result<string, FileRepairRefusal>> => {
    const record = headOf(await findVersions(tx, enterpriseId, wish.factId));
    if (!record) return refuse({ code: 'repair.record-not-found' });
    await lockRecord(tx, { enterpriseId, item: record.item, sourceKey: record.sourceKey });
    if (!isLive(record)) return refuse({ code: 'repair.record-gone' });
    const earlier = await repairsOf(tx, enterpriseId, record.item, record.sourceKey);
    if (earlier.some(({ state }) => isRepairPending(state)))
      return refuse({ code: 'repair.pending-already' });
    const regimes = await readRepairRegimes(tx);
    const outlook = record.occurredOn ? outlookOf(regimes, record.occurredOn as Day, classed(record)) : null;
    if (!outlook) return refuse({ code: 'repair.not-repairable' });
    const regime = regimeOn(regimes, clock.today());
    if (wish.kind === 'repair') {
      const done = wish.duties.map(({ duty }) => duty);
      const may = mayFile(outlook, regime.duties, done, clock.today());
      if (!may.ok) return may;
    }
    return accept(await openCase(tx, actor, { enterpriseId, record, outlook, regime, wish }));
  });
}

type Opening = {
  readonly enterpriseId: EnterpriseId;
  readonly record: VersionRow;
  readonly outlook: RepairOutlook;
  readonly regime: RepairRegime;
  readonly wish: NewRepair;
};

async function openCase(
  tx: Tx,
  actor: Actor,
  { enterpriseId, record, outlook, regime, wish }: Opening,
): Promise<string> {
  const id = randomUUID();
  const today = clock.today();
  const taken = endOf(today, regime.accept).lastDay;
  const due = wish.kind === 'repair' ? endOf(taken, regime.decide) : endOf(today, regime.shield.decide);
  await insertRepair(tx, {
    enterpriseId,
    id,
    kind: wish.kind,
    item: record.item,
    sourceKey: new Uint8Array(record.sourceKey),
    factId: record.id,
    providerId: record.providerId,
    regimeVersion: regime.version,
    class: outlook.class,
    earliestOn: dateOfDay(outlook.earliest),
    duties: wish.duties,
    promise: wish.promise,
    courtOrder: wish.kind === 'reorganisation' ? wish.courtOrder : null,
    state: 'filed',
    filedBy: actor.kind === 'person' ? actor.userId : null,
    filedAt: clock.now(),
    dueOn: dateOfDay(due.lastDay),
  });
  const of = { kind: 'repair', id, enterpriseId, providerId: record.providerId, item: record.item } as const;
  await writeCaseStep(tx, actor, of, {
    name: 'filed',
    body: wish.courtOrder ?? wish.promise,
    tell: ['provider'],
    facts: { kind: wish.kind, class: outlook.class, regimeVersion: regime.version },
  });
  return id;
}
