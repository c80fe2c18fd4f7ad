import { day } from '~/domain/kernel/day.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import type { LoanEvent } from '~/domain/loan/event.ts';
import { comparePenalties, type PenaltyTerms, penaltyOwed } from '~/domain/loan/penalty.ts';
import type { LoanReplay } from '~/domain/loan/replay.ts';
import type { DayCount } from '~/domain/policy/day-count.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';
import { readPenaltyPolicy } from '~/server/loan/read-rules.ts';
import { addFindings, findFindings } from '~/server/loan/store-penalty.ts';
import type { Loan } from '~/server/loan/store-servicing.ts';

/** What the contract says of penalty interest; null while the bank did not state it. */
export function penaltyTermsOf(loan: Loan): PenaltyTerms | null {
  const { penaltyOverduePpm: overduePpm, penaltyMisusePpm: misusePpm, penaltyCompounds: compounds } = loan;
  return overduePpm === null || misusePpm === null || compounds === null
    ? null
    : { overduePpm, misusePpm, compounds };
}

const contractOf = (loan: Loan) => ({
  rate: ppm(loan.ratePpm),
  dayCount: loan.dayCount as DayCount,
  startOn: dayOfDate(loan.disbursedOn),
});

/** Keeps, of payments that were just booked, those whose penalty interest is not what the contract asks for. */
export async function keepPenaltyFindings(
  tx: Tx,
  loan: Loan,
  replay: LoanReplay,
  events: readonly LoanEvent[],
  fileId: string | null,
): Promise<void> {
  const terms = penaltyTermsOf(loan);
  if (!terms || !events.some((event) => 'penalty' in event)) return;
  const { tolerance } = await readPenaltyPolicy(tx, clock.today());
  const booked = new Set(events.map((event) => event.id));
  const found = comparePenalties(contractOf(loan), terms, replay, tolerance).filter(
    ({ eventId, differs }) => differs && booked.has(eventId),
  );
  await addFindings(
    tx,
    found.map(({ eventId, on, expected, stated }) => ({
      ...{ enterpriseId: loan.enterpriseId, loanId: loan.id, institutionId: loan.institutionId },
      ...{ repaymentId: eventId, fileId, paidOn: dateOfDay(on), expectedFen: expected, statedFen: stated },
      foundAt: clock.now(),
    })),
  );
}

/** Penalty and compound interest of a loan as they stand now, payment by payment, for its page. */
export async function penaltyShown(tx: Tx, loan: Loan, replay: LoanReplay) {
  const terms = penaltyTermsOf(loan);
  if (!terms) return null;
  const { tolerance } = await readPenaltyPolicy(tx, clock.today());
  const owed = penaltyOwed(contractOf(loan), terms, replay, replay.asOf);
  const rows = comparePenalties(contractOf(loan), terms, replay, tolerance);
  return {
    ...terms,
    overdueFen: owed.overdue.toString(),
    misuseFen: owed.misuse.toString(),
    compoundFen: owed.compound.toString(),
    totalFen: owed.total.toString(),
    statedFen: replay.penaltyPaid.toString(),
    payments: rows
      .filter(({ expected, stated }) => expected !== 0n || stated !== 0n)
      .map(({ eventId, on, expected, stated, difference, differs }) => ({
        id: eventId,
        on: on as string,
        expectedFen: expected.toString(),
        statedFen: stated.toString(),
        differenceFen: difference.toString(),
        differs,
      })),
  };
}

export type PenaltyShown = NonNullable<Awaited<ReturnType<typeof penaltyShown>>>;

/** Findings on the payments of one file, for its page. */
export async function findingsOfFile(tx: Tx, fileId: string, limit: number) {
  const rows = await findFindings(tx, fileId, limit);
  return rows.map((row) => ({
    id: `${row.loan_id} ${row.paid_on} ${row.stated_fen}`,
    loanId: row.loan_id,
    contractNo: row.contract_no,
    firm: row.firm,
    on: day(row.paid_on) as string,
    expectedFen: row.expected_fen.toString(),
    statedFen: row.stated_fen.toString(),
    differenceFen: (row.stated_fen - row.expected_fen).toString(),
  }));
}
