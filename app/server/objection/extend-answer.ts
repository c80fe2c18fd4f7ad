import { dayAt } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import {
  caseOf,
  clockOf,
  clocksFollow,
  type MoveRefusal,
  moveCase,
  roundBegan,
} from '~/server/objection/move.ts';
import { regimeNamed } from '~/server/objection/read-regimes.ts';
import { changeObjection, type Objection } from '~/server/objection/store.ts';
import { findSteps } from '~/server/objection/store-record.ts';
import { writeCaseStep } from '~/server/objection/write-step.ts';

export type ExtendRefusal = MoveRefusal | { readonly code: 'objection.no-extension' };

/** The provider takes the extension that the rule allows once, with its reason; the firm is told the new last day. */
export function extendAnswer(
  actor: Actor,
  id: string,
  reason: string,
): Promise<Result<'extended', ExtendRefusal>> {
  const { institutionId } = asInstitution(actor);
  const mine = (objection: { providerId: string }) => objection.providerId === institutionId;
  return moveCase<'extended', ExtendRefusal>(
    actor,
    { id, move: 'extend', mine },
    async (tx, objection, state) => {
      const regime = await regimeNamed(tx, objection.regime, objection.regimeVersion);
      if (!regime.extension) return refuse({ code: 'objection.no-extension' });
      const columns = clockOf(regime, 'answer', await answerBegan(tx, objection));
      await changeObjection(tx, objection, { state, extended: true, ...columns });
      await writeCaseStep(tx, actor, caseOf(objection), {
        name: 'extended',
        body: reason,
        tell: ['firm'],
        facts: { lastDay: columns.dueOn && dayOfDate(columns.dueOn) },
        jobs: [clocksFollow(objection, 'extended')],
      });
      return accept('extended');
    },
  );
}

/** The answer with its extension runs from where the provider's step began. */
async function answerBegan(tx: Tx, objection: Objection) {
  const steps = await findSteps(tx, objection.enterpriseId, objection.id);
  const began = steps.findLast(
    ({ kind }) => kind === 'forwarded' || kind === 'sent-back' || kind === 'filed',
  );
  const from = dayAt(began?.at ?? objection.receivedAt);
  return { from, receivedOn: await roundBegan(tx, objection), extended: true };
}
