import { workingDeadline } from '~/domain/application/clock.ts';
import type { ApplicationId } from '~/domain/kernel/id.ts';
import type { Result } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { type AdvanceRefusal, advance } from '~/server/application/advance.ts';
import { type Also, alongside } from '~/server/application/also.ts';
import { type Application, responseClocks } from '~/server/application/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** A reviewer who had no hand in the decision upholds it and says why, or reopens the application for other people. */
export function answerSecondLook(
  actor: Actor,
  id: ApplicationId,
  { answer, why }: { readonly answer: 'uphold' | 'reopen'; readonly why: string },
  also?: Also<Application>,
): Promise<Result<Application, AdvanceRefusal>> {
  const { userId: by } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    if (answer === 'uphold')
      return alongside(tx, await advance(tx, actor, id, { kind: 'uphold', by }, { why }), also);
    const now = clock.now();
    const clocks = await responseClocks(tx, clock.today());
    const pickupDueAt = workingDeadline(now, clocks.pickupWorkingDays);
    const decisionDueAt = workingDeadline(now, clocks.decisionWorkingDays);
    const reopen = { kind: 'reopen', by, pickupDueAt, decisionDueAt } as const;
    return alongside(tx, await advance(tx, actor, id, reopen, { why }), also);
  });
}
