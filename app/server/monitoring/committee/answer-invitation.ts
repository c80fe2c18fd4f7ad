import { accept, type Result } from '~/domain/kernel/result.ts';
import { type CommitteeRefusal, answerInvitation as mayAnswer } from '~/domain/monitoring/committee.ts';
import type { Actor } from '~/server/access/actor.ts';
import { actInCommittee, othersIn } from '~/server/monitoring/committee/act-in-committee.ts';
import { writeCommitteeStep } from '~/server/monitoring/committee/write-committee-step.ts';

/** A bank agrees to sit in a committee and to be named to the others there, or declines; then none of them learns of it. */
export const answerInvitation = (
  actor: Actor,
  committeeId: string,
  answer: 'joined' | 'declined',
): Promise<Result<'answered', CommitteeRefusal>> =>
  actInCommittee(actor, committeeId, async ({ tx, row, committee, bank }) => {
    const may = mayAnswer(committee, bank);
    if (!may.ok) return may;
    const banks = answer === 'joined' ? othersIn(committee, bank) : [];
    await writeCommitteeStep(tx, actor, row, { kind: answer, institutionId: bank, banks });
    return accept('answered');
  });
