import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { catalogueToday } from '~/server/consent/store.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { allPersonObjections, heldRecords } from '~/server/privacy/store-person-rights.ts';

/** Objections of persons with the record that each is about, for the desk that answers: what is due first comes first. */
export function listPersonObjections(actor: Actor) {
  return withActor(actor, async (tx) => {
    const catalogue = await catalogueToday(tx, clock.today());
    const objections = await allPersonObjections(tx);
    const records = await heldRecords(
      tx,
      objections.map(({ factId }) => factId),
    );
    return objections.map(({ id, factId, item, words, answer, ...row }) => {
      const held = records.get(factId);
      const named = catalogue.find(({ code }) => code === item);
      return {
        ...{ id, words, answer, verdict: row.verdict },
        name: { zh: named?.nameZh ?? item, en: named?.nameEn ?? item },
        firm: held?.firm ?? '',
        provider: held ? { zh: held.providerZh, en: held.providerEn } : null,
        record: held?.record ?? null,
        filedAt: row.filedAt.toISOString(),
        dueOn: dayOfDate(row.dueOn) as string,
        answererName: row.answererName,
      };
    });
  });
}
