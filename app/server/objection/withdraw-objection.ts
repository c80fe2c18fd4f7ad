import { accept, type Result } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { caseOf, clocksFollow, type MoveRefusal, moveCase } from '~/server/objection/move.ts';
import { changeObjection, type Objection } from '~/server/objection/store.ts';
import { writeCaseStep } from '~/server/objection/write-step.ts';

/** The firm takes its objection back: the flag goes, the record is shown as before. */
export function withdrawObjection(actor: Actor, id: string): Promise<Result<'withdrawn', MoveRefusal>> {
  const firm = asFirm(actor);
  const mine = (objection: Objection) => objection.enterpriseId === firm.enterpriseId;
  return moveCase(actor, { id, move: 'withdraw', mine }, async (tx, objection, state) => {
    await changeObjection(tx, objection, { state, closedAt: clock.now(), dueOn: null, suspends: false });
    await writeCaseStep(tx, actor, caseOf(objection), {
      name: 'withdrawn',
      tell: ['provider'],
      jobs: [clocksFollow(objection, 'ended')],
    });
    return accept('withdrawn');
  });
}
