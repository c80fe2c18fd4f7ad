import { addDays, addMonths, type Day, dayOfMonth } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { findPlatform } from '~/server/institution/store-names.ts';
import { addCopy, findOfficesFor, type Span, sumOfficeLoans } from '~/server/loan/store-office.ts';
import { findLenders } from '~/server/loan/store-reminders.ts';
import { notify } from '~/server/platform/notify.ts';

/**
 * On the first of a month the loan list of the month before is ready (domain.md row F8): each bank is told of its own, the platform of
 * all, and each appointed office gets a copy for its divisions. Answers how many were told.
 */
export async function announceMonth(tx: Tx, today: Day): Promise<number> {
  if (dayOfMonth(today) !== 1) return 0;
  const span = { from: addMonths(today, -1), through: addDays(today, -1) };
  const month = span.from.slice(0, 7);
  const tell = (id: string, href: string) =>
    notify(tx, {
      to: { institutionId: id as InstitutionId },
      kind: 'loan.month-listed',
      params: { month },
      href,
    });
  const lenders = await findLenders(tx, span.from, span.through);
  const platform = await findPlatform(tx);
  for (const id of lenders) await tell(id, `/bank/month?month=${month}`);
  for (const id of platform) await tell(id, `/operator/loans?month=${month}`);
  const offices = await makeCopies(tx, month, span);
  for (const id of offices) await tell(id, `/regulator/month?month=${month}`);
  return lenders.length + platform.length + offices.length;
}

/** Hands each office its copy, noting what it came to; answers the offices. */
async function makeCopies(tx: Tx, month: string, span: Span): Promise<string[]> {
  const appointed = await findOfficesFor(tx, 'month-list');
  const offices = [...new Set(appointed.map((office) => office.office_id))];
  for (const officeId of offices) {
    const regions = appointed.filter((o) => o.office_id === officeId).map((o) => o.region_code);
    const sums = await sumOfficeLoans(tx, officeId, regions, span);
    await addCopy(tx, {
      ...{ officeId, month, madeAt: clock.now() },
      loans: sums.reduce((n, sum) => n + sum.loans, 0),
      balanceFen: sums.reduce((n, sum) => n + sum.balance_fen, 0n),
    });
  }
  return offices;
}
