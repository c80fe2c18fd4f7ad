import { addMonths, type Day, monthsBetween } from '~/domain/kernel/day.ts';
import { divideHalfUp, type Fen, fen, minus, zeroFen } from '~/domain/kernel/money.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import type { LoanContract } from '~/domain/loan/contract.ts';
import type { LoanEvent } from '~/domain/loan/event.ts';

/** A loan of a portfolio that has no payment history: how it began, how long it was to run, and how it ended. */
export type BareLoan = {
  readonly number: string;
  readonly drawnOn: Day;
  readonly drawn: Fen;
  readonly termMonths: number;
  readonly chargedOffOn: Day | null;
  readonly chargedOff: Fen;
  readonly isRevolving: boolean;
};

/** The loan as a log of servicing events; `paid` is how many instalments came in before they stopped. */
export type InferredServicing = {
  readonly contract: LoanContract;
  readonly events: readonly LoanEvent[];
  readonly paid: number;
};

/**
 * Servicing events that agree with what is known of a loan that was charged off (核销): it repaid in level shares of
 * principal until as much was back as was not charged off, then stopped. The rate is not known and set to zero, which bears on
 * no due date. Null where this cannot be told: a revolving loan, or one whose shares would have run past the charge-off.
 */
export function inferServicing(loan: BareLoan): InferredServicing | null {
  if (loan.chargedOffOn === null || loan.isRevolving || loan.drawn <= 0n) return null;
  const months = BigInt(loan.termMonths);
  const back = loan.chargedOff >= loan.drawn ? zeroFen : minus(loan.drawn, loan.chargedOff);
  const paid = Number((back * months) / loan.drawn);
  const served = monthsBetween(loan.drawnOn, loan.chargedOffOn);
  if (served <= paid || served < 1) return null;
  const contract: LoanContract = {
    rate: ppm(0),
    dayCount: 'actual365F',
    method: 'equal-principal',
    termMonths: loan.termMonths,
    startOn: loan.drawnOn,
  };
  const share = divideHalfUp(loan.drawn, months);
  const events: LoanEvent[] = [
    { id: '0', on: loan.drawnOn, kind: 'drawdown', amount: loan.drawn },
    ...Array.from(
      { length: paid },
      (_, k): LoanEvent => ({
        id: String(k + 1).padStart(4, '0'),
        on: addMonths(loan.drawnOn, k + 1),
        kind: 'repayment',
        principal: k + 1 === loan.termMonths ? fen(loan.drawn - share * (months - 1n)) : fen(share),
        interest: zeroFen,
        penalty: zeroFen,
      }),
    ),
  ];
  return { contract, events, paid };
}
