import { randomUUID } from 'node:crypto';
import { featureCodes } from '~/domain/feature/definitions.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Monotone, writeMonotone } from '~/domain/score/training/monotone.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { isVersionTaken } from '~/server/modelling/store.ts';
import { addTraining, isVersionOrdered } from '~/server/modelling/store-own.ts';

export type TrainingOrder = {
  readonly version: string;
  readonly purpose: string;
  /** Features whose bins must be monotone, and which way. */
  readonly monotone: Monotone;
};
export type TrainingRefusal =
  | { readonly code: 'modelling.version-taken'; readonly field: 'version' }
  | { readonly code: 'modelling.monotone-unknown'; readonly field: 'monotone'; readonly feature: string };

/** Orders a card trained on the platform's own loans, under a version of its own; a worker trains it. Returns the order's id. */
export function orderTraining(
  actor: Actor,
  { version, purpose, monotone }: TrainingOrder,
): Promise<Result<string, TrainingRefusal>> {
  const odd = [...monotone.keys()].find((feature) => !featureCodes.has(feature));
  if (odd !== undefined)
    return Promise.resolve(refuse({ code: 'modelling.monotone-unknown', field: 'monotone', feature: odd }));
  return withActor(actor, async (tx): Promise<Result<string, TrainingRefusal>> => {
    if ((await isVersionTaken(tx, version)) || (await isVersionOrdered(tx, version)))
      return refuse({ code: 'modelling.version-taken', field: 'version' });
    const id = randomUUID();
    const orderedBy = actor.kind === 'person' ? actor.userId : null;
    const wish = writeMonotone(monotone);
    await addTraining(tx, { id, version, purpose, monotone: wish, orderedBy, orderedAt: clock.now() });
    await recordChange(tx, actor, {
      kind: 'modelling.training-ordered',
      subjectId: id,
      payload: { version },
      jobs: [{ name: 'modelling.train-own', payload: { trainingId: id } }],
    });
    await appendAudit(tx, actor, {
      action: 'modelling.training-ordered',
      detail: { trainingId: id, version },
    });
    return accept(id);
  });
}
