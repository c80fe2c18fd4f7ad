import { addDays, addMonths, type Day, day } from '~/domain/kernel/day.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findMonth, type ListedRow, type MonthRow, sumMonth } from '~/server/loan/store-month.ts';

const pageSize = 50;
const everything = 100_000;

/** The month to show: the one named, else the last that is over; its last day is today while it runs. */
export function monthOf(named: string | undefined, today: Day) {
  const first = named ? day(`${named}-01`) : addMonths(day(`${today.slice(0, 7)}-01`), -1);
  const last = addDays(addMonths(first, 1), -1);
  return { month: first.slice(0, 7), from: first, through: last < today ? last : today };
}

/** A page of the monthly loan list: what the reader may see of all loans that lived in the month, and their sums. */
export function listMonth(actor: Actor, named: string | undefined, page: number) {
  const { month, from, through } = monthOf(named, clock.today());
  return withActor(actor, async (tx) => {
    const rows = await findMonth(tx, from, through, pageSize + 1, page * pageSize);
    const sums = await sumMonth(tx, from, through);
    const today = clock.today();
    return {
      month,
      through: through as string,
      before: addMonths(from, -1).slice(0, 7),
      after: addMonths(from, 1) <= today ? addMonths(from, 1).slice(0, 7) : null,
      rows: rows.slice(0, pageSize).map(asEntry),
      sums: {
        loans: sums.loans,
        balanceFen: sums.balance_fen.toString(),
        principalFen: sums.principal_fen.toString(),
        interestFen: sums.interest_fen.toString(),
      },
      page,
      more: rows.length > pageSize,
    };
  });
}

/** All of the month's list, for a file. */
export async function exportMonth(actor: Actor, named: string | undefined) {
  const { month, from, through } = monthOf(named, clock.today());
  const rows = await withActor(actor, (tx) => findMonth(tx, from, through, everything, 0));
  return { month, rows: rows.map(asEntry) };
}

/** What the list says of a loan to whoever may read it. */
export const asListed = (row: ListedRow) => ({
  id: row.id,
  contractNo: row.contract_no,
  firm: row.firm,
  uscc: row.uscc,
  bankZh: row.bank_zh,
  bankEn: row.bank_en,
  principalFen: row.principal_fen.toString(),
  ratePpm: row.rate_ppm,
  disbursedOn: row.disbursed_on,
  maturityOn: row.maturity_on,
  balanceFen: row.balance_fen.toString(),
  paidPrincipalFen: row.paid_principal_fen.toString(),
  paidInterestFen: row.paid_interest_fen.toString(),
  tier: row.tier,
  dpd: row.dpd,
});

const asEntry = (row: MonthRow) => ({
  ...asListed(row),
  state: row.state,
  found: {
    findings: row.findings,
    tags: row.tags,
    penaltyDifferenceFen: row.penalty_difference_fen.toString(),
  },
});

export type MonthEntry = ReturnType<typeof asEntry>;
