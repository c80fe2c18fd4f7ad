import type { DataElement } from '~/domain/catalogue/data-element.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type HeldAnswer, readHeldAnswers } from '~/server/record/held-answers.ts';

/** What public bodies supplied of the actor's firm, for a form that would otherwise ask for it. */
export function showHeldAnswers(actor: Actor, elements: readonly DataElement[]): Promise<HeldAnswer[]> {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, (tx) => readHeldAnswers(tx, enterpriseId, elements));
}
