import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { breachForm } from '~/server/privacy/register-forms.ts';
import { addBreach, addBreachEvent } from '~/server/privacy/store-registers.ts';

type RegisterRefusal = { readonly code: 'privacy.breach-future'; readonly field: 'discoveredAt' };

/** Enters a breach; its clocks run from the discovery. */
export function registerBreach(
  actor: Actor,
  { title, discoveredAt, cause }: z.output<typeof breachForm>,
): Promise<Result<string, RegisterRefusal>> {
  const { userId, name: userName } = asPerson(actor);
  const breachId = randomUUID();
  return withActor(actor, async (tx): Promise<Result<string, RegisterRefusal>> => {
    const at = clock.now();
    if (discoveredAt > at) return refuse({ code: 'privacy.breach-future', field: 'discoveredAt' });
    await addBreach(tx, { id: breachId, title, discoveredAt, registeredBy: userId });
    const event = {
      id: randomUUID(),
      breachId,
      step: 'registered',
      facts: { cause },
      userId,
      userName,
      at,
    } as const;
    await addBreachEvent(tx, event);
    await appendAudit(tx, actor, { action: 'privacy.breach-registered', detail: { breach: breachId } });
    return accept(breachId);
  });
}
