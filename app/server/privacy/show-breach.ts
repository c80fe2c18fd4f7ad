import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { breachClocks, nextSteps } from '~/domain/privacy/breach.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';
import { eventsOfBreaches, findBreach } from '~/server/privacy/store-registers.ts';

type BreachRow = NonNullable<Awaited<ReturnType<typeof findBreach>>>;

/** One breach: its log, its clocks, and what may come next. */
export function showBreach(
  actor: Actor,
  id: string,
): Promise<Result<BreachShown, { readonly code: 'privacy.breach-not-found' }>> {
  return withActor(actor, async (tx) => {
    const found = await findBreach(tx, id);
    return found ? accept(await pageOf(tx, found)) : refuse({ code: 'privacy.breach-not-found' });
  });
}

export type BreachShown = Awaited<ReturnType<typeof pageOf>>;

async function pageOf(tx: Tx, { id, title, discoveredAt }: BreachRow) {
  const { breach } = await readPrivacyDuties(tx, clock.today());
  const events = await eventsOfBreaches(tx, [id]);
  const done = events.map(({ step }) => step);
  const level = events.find(({ step }) => step === 'assessed')?.facts.level;
  return {
    ...{ id, title, discoveredAt: discoveredAt.toISOString(), now: clock.now().toISOString() },
    events: events.map(({ step, facts, userName, at }) => ({ step, facts, userName, at: at.toISOString() })),
    clocks: breachClocks(discoveredAt, breach).map(({ step, due }) => {
      const stopped = events.find(
        (event) => event.step === step || (step === 'subjects-notified' && event.step === 'subjects-exempt'),
      );
      return { step, due: due.toISOString(), doneAt: stopped?.at.toISOString() ?? null };
    }),
    next: [...nextSteps(done, typeof level === 'string' ? level : null)],
  };
}
