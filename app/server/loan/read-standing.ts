import { fen } from '~/domain/kernel/money.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import type { Standing } from '~/domain/loan/admit.ts';
import type { LoanContract } from '~/domain/loan/contract.ts';
import { replayLoan } from '~/domain/loan/replay.ts';
import type { DayCount } from '~/domain/policy/day-count.ts';
import { holidayRules } from '~/domain/product/due-dates.ts';
import type { RepaymentMethod } from '~/domain/product/schedule.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { findLoan } from '~/server/loan/store.ts';
import { findLogs, type Loan, type RecordedEvent } from '~/server/loan/store-servicing.ts';

export type LoanStanding = Omit<Standing, 'events'> & { readonly events: readonly RecordedEvent[] };

const contractOf = (loan: Loan): LoanContract => ({
  rate: ppm(loan.ratePpm),
  dayCount: loan.dayCount as DayCount,
  method: loan.method as RepaymentMethod,
  termMonths: loan.termMonths,
  startOn: dayOfDate(loan.disbursedOn),
  dueDay: loan.dueDay ?? undefined,
  holiday: holidayRules.find((rule) => rule === loan.dueHoliday),
});

/**
 * Contract and log of each of some loans, ready to be replayed. A renewal takes over what the loan before it still owed,
 * worked out from that loan's own log.
 */
export async function readStandings(tx: Tx, loans: readonly Loan[]): Promise<Map<string, LoanStanding>> {
  const logs = await findLogs(tx, loans);
  const standings = new Map<string, LoanStanding>();
  for (const loan of loans) {
    const carried = await carriedInto(tx, loan);
    const limit = loan.limitFen === null ? fen(loan.principalFen) : fen(loan.limitFen);
    standings.set(loan.id, {
      contract: { ...contractOf(loan), carried },
      events: logs.get(loan.id) ?? [],
      limit,
      today: clock.today(),
    });
  }
  return standings;
}

/** Contract and log of one loan. */
export async function readStanding(tx: Tx, loan: Loan): Promise<LoanStanding> {
  const standing = (await readStandings(tx, [loan])).get(loan.id);
  if (!standing) throw new Error(`no standing of loan ${loan.id}`);
  return standing;
}

async function carriedInto(tx: Tx, loan: Loan) {
  if (!loan.renewsLoanId) return [];
  const before = await findLoan(tx, loan.renewsLoanId);
  if (!before) throw new Error(`loan ${loan.id} renews a loan that is not there`);
  const { contract, events } = await readStanding(tx, before);
  return replayLoan(contract, events, dayOfDate(loan.disbursedOn)).leftDue;
}
