import type { InstitutionId } from '~/domain/kernel/id.ts';
import { type Result, refuse } from '~/domain/kernel/result.ts';
import { type Committee, type CommitteeRefusal, committeeOf } from '~/domain/monitoring/committee.ts';
import { type Actor, asInstitution, system } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type CommitteeRow, findSteps, lockCommittee } from '~/server/monitoring/store-committee.ts';

export type Sitting = {
  readonly tx: Tx;
  readonly row: CommitteeRow;
  readonly committee: Committee;
  readonly bank: InstitutionId;
};

/**
 * Something that a bank does in a committee to which it was invited, with the committee locked. As the platform: what others did there
 * decides what may be done, and no bank may read that. To a bank that was not invited the committee does not exist.
 */
export function actInCommittee<T>(
  actor: Actor,
  committeeId: string,
  act: (sitting: Sitting) => Promise<Result<T, CommitteeRefusal>>,
): Promise<Result<T, CommitteeRefusal>> {
  const bank = asInstitution(actor).institutionId;
  return withActor(system('monitoring.committee'), async (tx) => {
    const row = await lockCommittee(tx, committeeId);
    if (!row) return refuse({ code: 'monitoring.committee-not-found' });
    const committee = committeeOf(await findSteps(tx, row));
    if (!committee.members.has(bank)) return refuse({ code: 'monitoring.committee-not-found' });
    return act({ tx, row, committee, bank });
  });
}

/** The banks that joined, for telling all of them but one. */
export const othersIn = ({ members }: Committee, bank: string): string[] =>
  [...members].flatMap(([id, state]) => (state === 'joined' && id !== bank ? [id] : []));
