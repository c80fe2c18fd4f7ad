import { type Day, day } from '~/domain/kernel/day.ts';
import { type Fen, wan, zeroFen } from '~/domain/kernel/money.ts';
import { type Ppm, ppm } from '~/domain/kernel/rate.ts';
import { aprOf, costOf } from '~/domain/product/cost.ts';
import { comparedDayCount } from '~/domain/product/price.ts';
import { type RepaymentMethod, scheduleOf } from '~/domain/product/schedule.ts';

/** A loan that the published ranking works out in public, with what has to come out. */
export type AprExample = {
  readonly principal: Fen;
  readonly rate: Ppm;
  readonly termMonths: number;
  readonly method: RepaymentMethod;
  readonly feePpm: Ppm;
  readonly guaranteeFeePpm: Ppm;
  /** Net cost without a subsidy, and the all-in yearly rate by the internal rate of return. */
  readonly net: Fen;
  readonly apr: Ppm;
};

const drawnOn: Day = day('2026-11-20');

const example = (
  method: RepaymentMethod,
  fees: { readonly fee?: number; readonly guarantee?: number; readonly months?: number },
  expected: { readonly net: bigint; readonly apr: number },
): AprExample => ({
  principal: wan(100),
  rate: ppm(36_500),
  termMonths: fees.months ?? 12,
  method,
  feePpm: ppm(fees.fee ?? 0),
  guaranteeFeePpm: ppm(fees.guarantee ?? 0),
  net: expected.net as Fen,
  apr: ppm(expected.apr),
});

/**
 * One million yuan at 3.65 %: what each way of repaying and each fee makes of it. The figures were worked out apart from
 * this code, in decimals of sixty places.
 */
export const aprExamples: readonly AprExample[] = [
  example('equal-instalment', {}, { net: 1_988_092n, apr: 36_500 }),
  example('bullet-monthly', {}, { net: 3_650_004n, apr: 36_500 }),
  example('bullet-at-maturity', { fee: 20_000 }, { net: 5_650_000n, apr: 56_183 }),
  example('equal-instalment', { guarantee: 10_000 }, { net: 2_988_092n, apr: 55_257 }),
  example('equal-principal', { fee: 5_000, guarantee: 10_000, months: 24 }, { net: 6_302_083n, apr: 60_975 }),
];

/** Works an example out as the ranking does. */
export function workOut(loan: AprExample): { readonly net: Fen; readonly apr: Ppm | null } {
  const { principal, rate, method, termMonths, feePpm, guaranteeFeePpm } = loan;
  const schedule = scheduleOf({
    principal,
    rate,
    method,
    termMonths,
    disbursedOn: drawnOn,
    dayCount: comparedDayCount,
  });
  const terms = {
    principal,
    disbursedOn: drawnOn,
    termMonths,
    schedule,
    feePpm,
    guaranteeFeePpm,
    subsidy: zeroFen,
  };
  return { net: costOf(terms).net, apr: aprOf(terms) };
}
