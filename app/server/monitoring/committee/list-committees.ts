import { type Actor, asInstitution, system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { asMember, type MemberView } from '~/server/monitoring/committee/committee-view.ts';
import { findCommitteesWith, findSteps } from '~/server/monitoring/store-committee.ts';

/** The committees to which a bank was invited, each as the bank may know it. */
export function listCommittees(actor: Actor): Promise<{ readonly committees: MemberView[] }> {
  const bank = asInstitution(actor).institutionId;
  return withActor(system('monitoring.committee'), async (tx) => {
    const committees: MemberView[] = [];
    for (const row of await findCommitteesWith(tx, bank))
      committees.push(asMember(row, await findSteps(tx, row), bank));
    return { committees };
  });
}
