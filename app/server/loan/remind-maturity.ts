import { addDays, type Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { readServicingRules } from '~/server/loan/read-rules.ts';
import { findMaturing, findOffices, keepReminder } from '~/server/loan/store-reminders.ts';
import { notify } from '~/server/platform/notify.ts';

/**
 * Tells firm, bank and platform of loans that mature within thirty days (domain.md row F8), once for each maturity; a day
 * on which nothing ran is made up for on the next.
 */
export async function remindMaturity(tx: Tx, today: Day): Promise<number> {
  const { remindDays } = await readServicingRules(tx, today);
  const maturing = await findMaturing(tx, today, addDays(today, remindDays));
  const offices = await findOffices(tx, 'platform');
  for (const loan of maturing) {
    const params = { contractNo: loan.contract_no, on: dayOfDate(loan.maturity_on) };
    const about = { kind: 'loan.maturing', params };
    await notify(tx, {
      ...about,
      to: { enterpriseId: loan.enterprise_id as EnterpriseId },
      href: `/my/loans/${loan.id}`,
    });
    await notify(tx, {
      ...about,
      to: { institutionId: loan.institution_id as InstitutionId },
      href: `/bank/loans/${loan.id}`,
    });
    for (const office of offices)
      await notify(tx, {
        ...about,
        to: { institutionId: office as InstitutionId },
        href: `/operator/funded/${loan.id}`,
      });
    await keepReminder(tx, loan, clock.now());
  }
  return maturing.length;
}
