import { addDays, addMonths, type Day, dayOfMonth } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';
import { findLenders, findOffices } from '~/server/loan/store-reminders.ts';
import { notify } from '~/server/platform/notify.ts';

/**
 * On the first of a month the loan list of the month before is ready (domain.md row F8): each bank is told of its own,
 * the platform of all. Answers how many were told.
 */
export async function announceMonth(tx: Tx, today: Day): Promise<number> {
  if (dayOfMonth(today) !== 1) return 0;
  const from = addMonths(today, -1);
  const month = from.slice(0, 7);
  const tell = (id: string, href: string) =>
    notify(tx, {
      to: { institutionId: id as InstitutionId },
      kind: 'loan.month-listed',
      params: { month },
      href,
    });
  const lenders = await findLenders(tx, from, addDays(today, -1));
  const platform = await findOffices(tx, 'platform');
  for (const id of lenders) await tell(id, `/bank/month?month=${month}`);
  for (const id of platform) await tell(id, `/operator/loans?month=${month}`);
  return lenders.length + platform.length;
}
