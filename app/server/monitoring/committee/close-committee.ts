import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type CommitteeRefusal, committeeOf, namesTerms } from '~/domain/monitoring/committee.ts';
import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { othersIn } from '~/server/monitoring/committee/act-in-committee.ts';
import { writeCommitteeStep } from '~/server/monitoring/committee/write-committee-step.ts';
import { changeCommittee, findSteps, lockCommittee } from '~/server/monitoring/store-committee.ts';

/** The risk desk ends a committee with a closing note that members and firm read. */
export function closeCommittee(
  actor: Actor,
  committeeId: string,
  note: string,
): Promise<Result<'closed', CommitteeRefusal>> {
  return withActor(actor, async (tx) => {
    const row = await lockCommittee(tx, committeeId);
    if (!row) return refuse({ code: 'monitoring.committee-not-found' });
    if (row.state !== 'open' && row.state !== 'asked') return refuse({ code: 'monitoring.committee-over' });
    if (namesTerms(note)) return refuse({ code: 'monitoring.committee-terms' });
    const committee = committeeOf(await findSteps(tx, row));
    await changeCommittee(tx, row, 'closed');
    await writeCommitteeStep(tx, actor, row, {
      kind: 'closed',
      text: note,
      banks: othersIn(committee, ''),
      tellFirm: true,
    });
    return accept('closed');
  });
}
