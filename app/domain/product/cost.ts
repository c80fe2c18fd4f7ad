import { type Day, monthsBetween } from '~/domain/kernel/day.ts';
import { divideHalfUp, type Fen, fen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import { type Ppm, ppm, shareOf } from '~/domain/kernel/rate.ts';
import type { Instalment } from '~/domain/product/schedule.ts';

/** A loan as it would be repaid, and what is charged besides interest. */
export type CostTerms = {
  readonly principal: Fen;
  readonly disbursedOn: Day;
  readonly termMonths: number;
  readonly schedule: readonly Instalment[];
  /** Paid once at disbursement, a share of the principal. */
  readonly feePpm: Ppm;
  /** Per year of the loan, a share of the principal, paid at the start of each year. */
  readonly guaranteeFeePpm: Ppm;
  /** Expected subsidy over the term; zero where no scheme applies. */
  readonly subsidy: Fen;
};

/** What the loan costs over its whole term in fen. */
export type TrueCost = {
  readonly interest: Fen;
  readonly fee: Fen;
  readonly guaranteeFee: Fen;
  readonly subsidy: Fen;
  /** interest + fee + guarantee fee − subsidy. */
  readonly net: Fen;
};

/** The guarantor's fee for each year of the loan begun; a part of a year costs its months. */
function guaranteeFees(terms: CostTerms): { month: number; amount: Fen }[] {
  const fees: { month: number; amount: Fen }[] = [];
  if (terms.guaranteeFeePpm === 0) return fees;
  for (let month = 0; month < terms.termMonths; month += 12) {
    const months = BigInt(Math.min(12, terms.termMonths - month));
    const share = terms.principal * BigInt(terms.guaranteeFeePpm) * months;
    fees.push({ month, amount: fen(divideHalfUp(share, 12_000_000n)) });
  }
  return fees;
}

/** The price tag of a loan in one number (domain.md E4): what the borrower is out of pocket over the term. */
export function costOf(terms: CostTerms): TrueCost {
  const interest = plus(...terms.schedule.map((row) => row.interest));
  const fee = shareOf(terms.principal, terms.feePpm);
  const guaranteeFee = plus(...guaranteeFees(terms).map((part) => part.amount));
  const { subsidy } = terms;
  return { interest, fee, guaranteeFee, subsidy, net: minus(plus(interest, fee, guaranteeFee), subsidy) };
}

/** Half a ppm a year as a part of a month: the step in which the rate is searched, so that it rounds to the nearest ppm. */
const halfPpmPerMonth = 24_000_000n;

/** The highest yearly rate that is searched: 1,000 %. */
const most = 20_000_000n;

/** Whether payments discounted at a yearly rate (in half ppm) are worth more than what was received. Exact. */
function isWorthMore(received: Fen, payments: readonly bigint[], halfPpm: bigint): boolean {
  const grown = halfPpmPerMonth + halfPpm;
  let worth = 0n;
  let power = 1n;
  for (const payment of [...payments].reverse()) {
    worth = worth * halfPpmPerMonth + payment * power;
    power *= grown;
  }
  return worth * halfPpmPerMonth > received * power;
}

/** Index 0 is the first month after disbursement. */
function paymentsByMonth(terms: CostTerms): bigint[] {
  const payments = Array.from({ length: terms.termMonths }, () => 0n);
  const pay = (month: number, amount: Fen) => {
    payments[month - 1] = (payments[month - 1] ?? 0n) + amount;
  };
  for (const row of terms.schedule)
    pay(monthsBetween(terms.disbursedOn, row.dueOn), plus(row.principal, row.interest));
  for (const { month, amount } of guaranteeFees(terms)) if (month > 0) pay(month, amount);
  return payments;
}

/**
 * Twelve times the monthly internal rate of return of what is received at once against monthly payments (index 0 is the
 * first month), to the nearest ppm. Found by bisection on whole numbers, so every machine finds the same. Null when
 * nothing is received or the rate exceeds 1,000 %.
 */
export function yearlyRateOf(received: Fen, payments: readonly bigint[]): Ppm | null {
  if (received <= 0n || isWorthMore(received, payments, most)) return null;
  let low = 0n;
  let high = most;
  while (low < high) {
    const middle = (low + high) / 2n;
    if (isWorthMore(received, payments, middle)) low = middle + 1n;
    else high = middle;
  }
  // `low` is the first half ppm at which the payments are no longer worth more: the rate lies in (low − 1, low]
  return ppm(Number(low / 2n));
}

/**
 * The yearly rate that fees and interest together amount to (年化综合成本): of principal less what is paid at once,
 * against all later payments. Null when the fees leave nothing or the rate exceeds 1,000 %. A subsidy is not in it: it
 * is paid afterwards and shown apart.
 */
export function aprOf(terms: CostTerms): Ppm | null {
  const upFront = guaranteeFees(terms).find((part) => part.month === 0)?.amount ?? zeroFen;
  const received = minus(minus(terms.principal, shareOf(terms.principal, terms.feePpm)), upFront);
  return yearlyRateOf(received, paymentsByMonth(terms));
}
