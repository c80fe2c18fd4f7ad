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
  for (let at = payments.length; at > 0; at -= 1) {
    worth = worth * halfPpmPerMonth + (payments[at - 1] ?? 0n) * power;
    power *= grown;
  }
  return worth * halfPpmPerMonth > received * power;
}

/**
 * Two rates in half ppm between which the sought one lies, near each other: guessed in floating point and then proved with
 * exact comparisons, so that the guess only saves steps and never decides.
 */
function bracketOf(received: Fen, payments: readonly bigint[]): [low: bigint, high: bigint] {
  const guess = BigInt(Math.round(guessOf(Number(received), payments.map(Number))));
  for (let reach = 1n; reach < most; reach *= 8n) {
    const low = guess - reach;
    const high = guess + reach;
    const isAbove = low < 0n || isWorthMore(received, payments, low);
    const isBelow = high >= most || !isWorthMore(received, payments, high);
    if (isAbove && isBelow) return [low < 0n ? 0n : low + 1n, high > most ? most : high];
  }
  return [0n, most];
}

/** About the rate in half ppm at which the payments are worth what was received; Newton's method, never trusted alone. */
function guessOf(received: number, payments: readonly number[]): number {
  let rate = 0.004; // a month
  for (let step = 0; step < 20; step += 1) {
    let worth = 0;
    let slope = 0;
    for (let at = payments.length; at > 0; at -= 1) {
      worth = (worth + (payments[at - 1] ?? 0)) / (1 + rate);
      slope = (slope + worth) / (1 + rate);
    }
    const change = (worth - received) / slope;
    if (!Number.isFinite(change)) return 0;
    rate = Math.max(rate + change, 0);
    if (Math.abs(change) < 1e-12) break;
  }
  const guess = rate * Number(halfPpmPerMonth);
  return Number.isFinite(guess) ? Math.min(guess, Number(most)) : 0;
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
  let [low, high] = bracketOf(received, payments);
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
