import { retestNoticeDays } from '~/domain/institution/standing.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';
import { findEnding } from '~/server/institution/store-assessment.ts';
import { notify } from '~/server/platform/notify.ts';

/**
 * Tells institutions whose security assessment ends within so many days, each notice once and on the last day urgently: a day on which
 * nothing ran is made up for on the next. Returns how many were told.
 */
export async function remindRetests(tx: Tx, today: Day): Promise<number> {
  let told = 0;
  for (const [at, days] of retestNoticeDays.entries()) {
    const from = addDays(today, (retestNoticeDays[at + 1] ?? -1) + 1); // nearer ends get the notice after
    for (const { id, until } of await findEnding(tx, { from, through: addDays(today, days), days })) {
      const params = { until, notice: days };
      const what = { kind: 'institution.retest-due', params, urgent: days === 0, href: '/inbox' };
      await notify(tx, { to: { institutionId: id }, ...what });
      told += 1;
    }
  }
  return told;
}
