import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson, houseOf } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { recordShown } from '~/server/objection/record-view.ts';
import { stepOf } from '~/server/objection/show-objection.ts';
import { findSteps, findVersions, firmOf, itemWordsOf } from '~/server/objection/store-record.ts';
import { repairRegimeOf } from '~/server/repair/read-regimes.ts';
import { findRepair, type Repair } from '~/server/repair/store.ts';

/** A request for repair as its parties see it: what was filed with its proofs, the rule, what happened. */
export function showRepair(
  actor: Actor,
  id: string,
): Promise<Result<RepairPage, { readonly code: 'repair.not-found' }>> {
  return withActor(actor, async (tx) => {
    const found = await findRepair(tx, id);
    return found ? accept(await pageOf(tx, actor, found)) : refuse({ code: 'repair.not-found' });
  });
}

async function pageOf(tx: Tx, actor: Actor, repair: Repair) {
  const { enterpriseId, factId, providerId } = repair;
  const reader = houseOf[asPerson(actor).role] === 'enterprise' ? 'subject' : 'other';
  const rows = await findVersions(tx, enterpriseId, factId);
  const version = rows.find(({ id }) => id === factId)?.itemVersion ?? 1;
  const words = await itemWordsOf(tx, repair.item, version, providerId);
  const firm = await firmOf(tx, enterpriseId);
  const rule = await repairRegimeOf(tx, repair.regimeVersion);
  return {
    id: repair.id,
    enterpriseId,
    factId,
    kind: repair.kind,
    state: repair.state,
    class: repair.class,
    firm: firm.name,
    uscc: firm.uscc,
    record: recordShown(rows, words, reader),
    duties: repair.duties,
    promise: repair.promise,
    courtOrder: repair.courtOrder,
    earliestOn: dayOfDate(repair.earliestOn) as string,
    filedAt: repair.filedAt.toISOString(),
    dueOn: repair.dueOn && (dayOfDate(repair.dueOn) as string),
    escalated: repair.escalatedOn !== null,
    decision: repair.decision,
    decidedAt: repair.decidedAt?.toISOString() ?? null,
    rule: {
      name: { zh: rule.nameZh, en: rule.nameEn },
      legalBasis: rule.legalBasis,
      legalBasisEn: rule.legalBasisEn,
      hasUnverified: rule.unverified.length > 0,
    },
    steps: (await findSteps(tx, enterpriseId, repair.id)).map(stepOf),
    now: clock.now().toISOString(),
  };
}

export type RepairPage = Awaited<ReturnType<typeof pageOf>>;
