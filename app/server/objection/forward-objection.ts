import { accept, type Result } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import {
  caseOf,
  clockOf,
  clocksFollow,
  type MoveRefusal,
  moveCase,
  roundBegan,
} from '~/server/objection/move.ts';
import { regimeNamed } from '~/server/objection/read-regimes.ts';
import { changeObjection } from '~/server/objection/store.ts';
import { writeCaseStep } from '~/server/objection/write-step.ts';

/**
 * The data desk compared its copy with the source and found them alike: the objection goes to the provider. Where the
 * rule suspends disclosure meanwhile, nobody but the firm sees the record from now on.
 */
export function forwardObjection(
  actor: Actor,
  id: string,
  note: string,
): Promise<Result<'forwarded', MoveRefusal>> {
  return moveCase(actor, { id, move: 'forward', mine: () => true }, async (tx, objection, state) => {
    const regime = await regimeNamed(tx, objection.regime, objection.regimeVersion);
    const suspends = regime.suspendsOnForward;
    const begun = { from: clock.today(), receivedOn: await roundBegan(tx, objection), extended: false };
    await changeObjection(tx, objection, { state, suspends, ...clockOf(regime, 'answer', begun) });
    await writeCaseStep(tx, actor, caseOf(objection), {
      name: 'forwarded',
      body: note,
      tell: ['firm', 'provider'],
      facts: { suspends },
      jobs: [clocksFollow(objection, 'forwarded')],
    });
    return accept('forwarded');
  });
}
