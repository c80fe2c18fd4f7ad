import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { assessmentForm } from '~/server/privacy/register-forms.ts';
import { addAssessment } from '~/server/privacy/store-registers.ts';

/** Enters an impact assessment; it counts once a second person approved it. */
export function registerAssessment(actor: Actor, input: z.output<typeof assessmentForm>): Promise<string> {
  const { userId, name } = asPerson(actor);
  const id = randomUUID();
  return withActor(actor, async (tx) => {
    await addAssessment(tx, { ...input, id, madeBy: userId, makerName: name, madeAt: clock.now() });
    await appendAudit(tx, actor, {
      action: 'privacy.assessment-made',
      detail: { assessment: id, level: input.level },
    });
    return id;
  });
}
