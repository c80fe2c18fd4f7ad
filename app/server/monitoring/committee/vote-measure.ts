import { accept, type Result } from '~/domain/kernel/result.ts';
import { type CommitteeRefusal, mayVote, outcomeOf } from '~/domain/monitoring/committee.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { actInCommittee, othersIn } from '~/server/monitoring/committee/act-in-committee.ts';
import { writeCommitteeStep } from '~/server/monitoring/committee/write-committee-step.ts';

type Ballot = { readonly measureId: string; readonly isFor: boolean };

/** A member votes on a measure; the vote that decides it closes it, and members and firm hear of an adopted one. */
export const voteMeasure = (
  actor: Actor,
  committeeId: string,
  { measureId, isFor }: Ballot,
): Promise<Result<'open' | 'adopted' | 'rejected', CommitteeRefusal>> =>
  actInCommittee(actor, committeeId, async ({ tx, row, committee, bank }) => {
    const may = mayVote(committee, bank, measureId);
    if (!may.ok) return may;
    const kind = isFor ? 'voted-for' : 'voted-against';
    await writeCommitteeStep(tx, actor, row, { kind, institutionId: bank, measureId });
    const outcome = outcomeOf(committee, new Map([...may.value.votes, [bank, isFor]]));
    if (outcome)
      await writeCommitteeStep(tx, system('monitoring.committee'), row, {
        ...{ kind: outcome, measureId, banks: othersIn(committee, bank) },
        tellFirm: outcome === 'adopted',
      });
    return accept(outcome ?? 'open');
  });
