import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type AlertRefusal, answerCase } from '~/domain/monitoring/case.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import type { Also } from '~/server/application/also.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { lockAlert } from '~/server/monitoring/store.ts';
import { writeCaseStep } from '~/server/monitoring/write-case-step.ts';

type FollowUp = { readonly text: string; readonly bankOnly: boolean };

/** A note of the bank or the risk desk in a live case (跟进); the other side hears of it unless it is the bank's own. */
export function followUpAlert(
  actor: Actor,
  alertId: string,
  note: FollowUp,
  also?: Also<'noted'>,
): Promise<Result<'noted', AlertRefusal | { code: 'monitoring.not-found' }>> {
  const person = asPerson(actor);
  return withActor(actor, async (tx) => {
    const found = await lockAlert(tx, alertId);
    if (!found) return refuse({ code: 'monitoring.not-found' });
    const live = answerCase(found);
    if (!live.ok) return live;
    const fromBank = person.institutionId === found.institution_id;
    const bankOnly = fromBank && note.bankOnly;
    await writeCaseStep(tx, actor, {
      alertId,
      enterpriseId: found.enterprise_id,
      institutionId: found.institution_id,
      kind: 'followed-up',
      party: fromBank ? 'institution' : 'operator',
      text: note.text,
      bankOnly,
      tell: fromBank ? (bankOnly ? [] : ['firm']) : ['bank'],
    });
    await also?.(tx, 'noted');
    return accept('noted');
  });
}
