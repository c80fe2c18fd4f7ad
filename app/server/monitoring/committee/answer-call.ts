import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { CommitteeRefusal } from '~/domain/monitoring/committee.ts';
import { type Actor, asFirm, system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { writeCommitteeStep } from '~/server/monitoring/committee/write-committee-step.ts';
import { changeCommittee, findLendersOf, lockCommittee } from '~/server/monitoring/store-committee.ts';

/** The firm's owner agrees that its lenders are invited to a committee, or refuses; then no bank ever hears of it. */
export function answerCall(
  actor: Actor,
  committeeId: string,
  answer: 'agreed' | 'refused',
): Promise<Result<'answered', CommitteeRefusal>> {
  const { enterpriseId } = asFirm(actor);
  return withActor(system('monitoring.committee'), async (tx) => {
    const committee = await lockCommittee(tx, committeeId);
    if (!committee || committee.enterpriseId !== enterpriseId)
      return refuse({ code: 'monitoring.committee-not-found' });
    if (committee.state !== 'asked') return refuse({ code: 'monitoring.committee-answered' });
    await changeCommittee(tx, committee, answer === 'agreed' ? 'open' : 'refused');
    await writeCommitteeStep(tx, actor, committee, { kind: answer });
    if (answer === 'agreed')
      for (const { id } of await findLendersOf(tx, enterpriseId))
        await writeCommitteeStep(tx, system('monitoring.committee'), committee, {
          kind: 'invited',
          institutionId: id,
          banks: [id],
        });
    return accept('answered');
  });
}
