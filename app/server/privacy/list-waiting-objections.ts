import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { catalogueToday } from '~/server/consent/store.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { waitingObjections } from '~/server/privacy/store-person-rights.ts';

/** Persons' objections that wait for the platform, the nearest last day first; of whom and in which words stays sealed. */
export function listWaitingObjections(actor: Actor) {
  return withActor(actor, async (tx) => {
    const today = clock.today();
    const catalogue = await catalogueToday(tx, today);
    return (await waitingObjections(tx)).map(({ item, filedAt, dueOn, ...row }) => {
      const named = catalogue.find(({ code }) => code === item);
      const due = dayOfDate(dueOn);
      return {
        ...row,
        ...{ itemZh: named?.nameZh ?? item, itemEn: named?.nameEn ?? item },
        ...{ state: 'waiting' as const, filedAt: filedAt.toISOString() },
        ...{ dueOn: due as string, isOverdue: due < today },
      };
    });
  });
}
