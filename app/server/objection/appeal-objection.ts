import { accept, type Result } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { caseOf, clockOf, clocksFollow, type MoveRefusal, moveCase } from '~/server/objection/move.ts';
import { regimeNamed } from '~/server/objection/read-regimes.ts';
import { changeObjection, type Objection } from '~/server/objection/store.ts';
import { writeCaseStep } from '~/server/objection/write-step.ts';

/** The firm is not content with the answer and asks the platform for a review, once; the record is flagged again. */
export function appealObjection(
  actor: Actor,
  id: string,
  text: string,
): Promise<Result<'appealed', MoveRefusal>> {
  const firm = asFirm(actor);
  const mine = (objection: Objection) => objection.enterpriseId === firm.enterpriseId;
  return moveCase(actor, { id, move: 'appeal', mine }, async (tx, objection, state) => {
    const regime = await regimeNamed(tx, objection.regime, objection.regimeVersion);
    const today = clock.today();
    const begun = { from: today, receivedOn: today, extended: false };
    const opened = { state, appeal: text, appealedAt: clock.now(), closedAt: null };
    await changeObjection(tx, objection, { ...opened, ...clockOf(regime, 'review', begun) });
    await writeCaseStep(tx, actor, caseOf(objection), {
      name: 'appealed',
      body: text,
      tell: ['provider'],
      jobs: [clocksFollow(objection, 'appealed')],
    });
    return accept('appealed');
  });
}
