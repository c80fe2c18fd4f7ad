import { workingDeadline } from '~/domain/application/clock.ts';
import type { ApplicationId } from '~/domain/kernel/id.ts';
import { type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { type AdvanceRefusal, advance } from '~/server/application/advance.ts';
import {
  type Application,
  findApplication,
  liveApplications,
  responseClocks,
} from '~/server/application/store.ts';
import { keepSecondLookReason } from '~/server/application/store-second-look.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

export type SecondLookRefusal = AdvanceRefusal | { readonly code: 'application.applied-again' };

/**
 * The firm asks that another person looks at a declined application again and says why (domain.md row F5). The bank has
 * the same working days for it as for a decision. A person who trades alone asks for a human review by the same way
 * (PIPL 24); here every decision is two people's already.
 */
export function askSecondLook(
  actor: Actor,
  id: ApplicationId,
  why: string,
): Promise<Result<Application, SecondLookRefusal>> {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, async (tx): Promise<Result<Application, SecondLookRefusal>> => {
    const application = await findApplication(tx, id);
    if (!application) return refuse({ code: 'application.not-found' });
    const live = await liveApplications(tx, enterpriseId);
    if (
      live.some(
        ({ productId, renewsLoanId }) =>
          productId === application.productId && renewsLoanId === application.renewsLoanId,
      )
    )
      return refuse({ code: 'application.applied-again' });
    const { decisionWorkingDays, secondLookDays: withinDays } = await responseClocks(tx, clock.today());
    const decisionDueAt = workingDeadline(clock.now(), decisionWorkingDays);
    const asked = await advance(
      tx,
      actor,
      id,
      { kind: 'ask-second-look', decisionDueAt, withinDays },
      { why },
    );
    if (asked.ok) await keepSecondLookReason(tx, asked.value, why);
    return asked;
  });
}
