import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { caseOf, clockOf, clocksFollow, type MoveRefusal, moveCase } from '~/server/objection/move.ts';
import { regimeNamed } from '~/server/objection/read-regimes.ts';
import { changeObjection } from '~/server/objection/store.ts';
import { writeCaseStep } from '~/server/objection/write-step.ts';

export type ReviewRefusal = MoveRefusal | { readonly code: 'objection.own-answer' };

/**
 * The platform's review: the provider has to answer once more, or its answer stands. It is another person's than the one
 * who answered. What stands unresolved is kept with both sides: the record, and the firm's statement beside it.
 */
export function reviewAppeal(
  actor: Actor,
  id: string,
  { outcome, reason }: { readonly outcome: 'send-back' | 'dismiss'; readonly reason: string },
): Promise<Result<'reviewed', ReviewRefusal>> {
  const { userId } = asPerson(actor);
  return moveCase<'reviewed', ReviewRefusal>(
    actor,
    { id, move: outcome, mine: () => true },
    async (tx, objection, state) => {
      if (objection.answeredBy === userId) return refuse({ code: 'objection.own-answer' });
      const regime = await regimeNamed(tx, objection.regime, objection.regimeVersion);
      const today = clock.today();
      const back = outcome === 'send-back';
      await changeObjection(
        tx,
        objection,
        back
          ? {
              state,
              round: 2,
              extended: false,
              suspends: regime.suspendsOnForward,
              ...clockOf(regime, 'answer', { from: today, receivedOn: today, extended: false }),
            }
          : { state, closedAt: clock.now(), dueOn: null, suspends: false },
      );
      await writeCaseStep(tx, actor, caseOf(objection), {
        name: back ? 'sent-back' : 'dismissed',
        body: reason,
        tell: ['firm', 'provider'],
        jobs: [clocksFollow(objection, back ? 'sent-back' : 'ended')],
      });
      return accept('reviewed');
    },
  );
}
