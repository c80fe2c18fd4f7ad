import { randomUUID } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type CommitteeRefusal, mayCall, namesTerms } from '~/domain/monitoring/committee.ts';
import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { writeCommitteeStep } from '~/server/monitoring/committee/write-committee-step.ts';
import { lockAlert } from '~/server/monitoring/store.ts';
import {
  addCommittee,
  findCommitteeOf,
  findLendersOf,
  findSeverities,
} from '~/server/monitoring/store-committee.ts';

/**
 * The risk desk calls a creditor committee for the firm of a case, with a reason that every party will read. The firm is asked first:
 * that it owes several banks is told to none of them before it agrees.
 */
export function callCommittee(
  actor: Actor,
  alertId: string,
  reason: string,
): Promise<Result<string, CommitteeRefusal | { code: 'monitoring.not-found' }>> {
  return withActor(actor, async (tx) => {
    const alert = await lockAlert(tx, alertId);
    if (!alert) return refuse({ code: 'monitoring.not-found' });
    if (namesTerms(reason)) return refuse({ code: 'monitoring.committee-terms' });
    const enterpriseId = alert.enterprise_id;
    const last = await findCommitteeOf(tx, enterpriseId);
    const called = mayCall({
      lenders: (await findLendersOf(tx, enterpriseId)).length,
      severities: await findSeverities(tx, enterpriseId),
      hasLive: last?.state === 'asked' || last?.state === 'open',
    });
    if (!called.ok) return called;
    const committee = { id: randomUUID(), enterpriseId, alertId };
    await addCommittee(tx, committee);
    await writeCommitteeStep(tx, actor, committee, { kind: 'asked', text: reason, tellFirm: true });
    return accept(committee.id);
  });
}
