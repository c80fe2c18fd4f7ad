import { dayAt } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { stepDue } from '~/domain/objection/regime.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { caseOf, type MoveRefusal, moveCase } from '~/server/objection/move.ts';
import { type RegimeInForce, regimeNamed } from '~/server/objection/read-regimes.ts';
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
      const due = await extendedDue(tx, regime, objection);
      const lastDay = due?.lastDay ?? null;
      await changeObjection(tx, objection, {
        state,
        extended: true,
        dueOn: lastDay && dateOfDay(lastDay),
        provisional: due?.provisional ?? false,
        escalatedOn: null,
      });
      await writeCaseStep(tx, actor, caseOf(objection), {
        name: 'extended',
        body: reason,
        tell: ['firm'],
        facts: { lastDay },
      });
      return accept('extended');
    },
  );
}

/** The last day of the answer with its extension, counted from where the provider's step began. */
async function extendedDue(tx: Tx, regime: RegimeInForce, { enterpriseId, id, receivedAt }: Objection) {
  const steps = await findSteps(tx, enterpriseId, id);
  const began = steps.findLast(
    ({ kind }) => kind === 'forwarded' || kind === 'sent-back' || kind === 'filed',
  );
  const from = dayAt(began?.at ?? receivedAt);
  return stepDue(regime, 'answer', { from, receivedOn: dayAt(receivedAt), extended: true });
}
