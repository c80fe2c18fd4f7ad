import { retestNoticeDays } from '~/domain/institution/standing.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';
import { findEndingOn } from '~/server/institution/store-assessment.ts';
import { notify } from '~/server/platform/notify.ts';

/** Tells institutions whose security assessment ends in so many days, on the last one urgently. Returns how many were told. */
export async function remindRetests(tx: Tx, today: Day): Promise<number> {
  let told = 0;
  for (const days of retestNoticeDays)
    for (const institutionId of await findEndingOn(tx, addDays(today, days))) {
      const params = { until: addDays(today, days) };
      const what = { kind: 'institution.retest-due', params, urgent: days === 0, href: '/inbox' };
      await notify(tx, { to: { institutionId }, ...what });
      told += 1;
    }
  return told;
}
