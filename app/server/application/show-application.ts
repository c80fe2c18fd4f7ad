import { isPaused } from '~/domain/application/application.ts';
import { type DeclineReason, declineReasons, type Remedy } from '~/domain/application/decline-reason.ts';
import { standingAt } from '~/domain/consent/artefact.ts';
import { addDays, type Day, dayAt } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { viewOfApplication } from '~/server/application/application-view.ts';
import { disburseUntil } from '~/server/application/disburse-until.ts';
import { type Application, findApplication, responseClocks } from '~/server/application/store.ts';
import { besideOf } from '~/server/application/store-beside.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { keptFor } from '~/server/db/kept.ts';
import { withActor } from '~/server/db/with-actor.ts';

type NotFound = { readonly code: 'application.not-found' };

/** One application as the firm sees it: steps, the bank's signed messages, documents, the offer or the reasons. */
export function showApplication(actor: Actor, id: string): Promise<Result<FirmFile, NotFound>> {
  asFirm(actor);
  return withActor(actor, async (tx) => {
    const application = await findApplication(tx, id);
    return application ? accept(await fileOf(tx, application)) : refuse({ code: 'application.not-found' });
  });
}

async function fileOf(tx: Tx, application: Application) {
  const now = clock.now();
  const { publicVersion, consent, ...beside } = await besideOf(tx, application);
  const clocks = await keptFor(tx, 'clocks', `${clock.today()} ${publicVersion}`, (own) =>
    responseClocks(own, clock.today()),
  );
  return {
    application: viewOfApplication(application),
    ...beside,
    reasons: reasonsOf(application),
    consent: consent && { id: consent.id, status: standingAt(consent, now, consent.reachedAt) },
    now: now.toISOString(),
    isPaused: isPaused(application),
    disburseUntil: await disburseUntil(tx, application),
    secondLookUntil: secondLookUntil(application, clocks.secondLookDays),
  };
}

/** The last day on which the firm may ask for a second look; null where it may not, or not again. */
function secondLookUntil({ state, secondLookAt, closedAt }: Application, days: number): Day | null {
  if (state !== 'declined' || secondLookAt !== null || closedAt === null) return null;
  const until = addDays(dayAt(closedAt), days);
  return until < clock.today() ? null : until;
}

export type FirmFile = Awaited<ReturnType<typeof fileOf>>;

/** The bank's reasons once it has declined, each with the place where the firm can do something about it. */
function reasonsOf({ state, proposal }: Application): { code: DeclineReason; remedy: Remedy }[] {
  if (state !== 'declined' || proposal?.outcome !== 'decline') return [];
  return proposal.reasons.map((code) => ({ code, remedy: declineReasons[code] }));
}
