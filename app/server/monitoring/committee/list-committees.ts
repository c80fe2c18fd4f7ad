import { type Actor, asInstitution, system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { asMember, type MemberView } from '~/server/monitoring/committee/committee-view.ts';
import { findCommitteesWith, findMinutes } from '~/server/monitoring/store-committee.ts';

/** The committees to which a bank was invited, each as the bank may know it. */
export function listCommittees(actor: Actor): Promise<{ readonly committees: MemberView[] }> {
  const bank = asInstitution(actor).institutionId;
  return withActor(system('monitoring.committee'), async (tx) => {
    const rows = await findCommitteesWith(tx, bank);
    const minutes = await findMinutes(tx, rows);
    return { committees: rows.map((row) => asMember(row, minutes.get(row.id) ?? [], bank)) };
  });
}
