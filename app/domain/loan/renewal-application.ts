import { addMonths, type Day } from '~/domain/kernel/day.ts';
import { type Fen, zeroFen } from '~/domain/kernel/money.ts';
import type { Tier } from './five-tier.ts';
import { type BorrowerSize, renewalQualifies, type ServicingRules } from './servicing-rules.ts';

/** When a firm may ask its bank to renew a loan without repaying it first (无还本续贷, domain.md row F6): policy data. */
export type RenewalAsking = {
  /** Asked for from so many months before maturity, and before the day of maturity itself. */
  readonly monthsBefore: number;
  /** The most days past due on the day of asking. */
  readonly mostDpd: number;
  readonly tiers: readonly Tier[];
  /** What the money is for: working capital, not fixed assets. */
  readonly purposes: readonly string[];
  /** The longest term of the new contract, in months. */
  readonly mostTermMonths: number;
};

export type RenewalRules = Pick<ServicingRules, 'renewal'> & { readonly asking: RenewalAsking };

export type RenewedLoan = {
  readonly state: string;
  readonly maturityOn: Day;
  readonly dpd: number;
  readonly tier: Tier;
  readonly purpose: string;
  readonly outstanding: Fen;
  /** The borrower's size by the register; null before anybody determined it. */
  readonly size: BorrowerSize | null;
  /** An application to renew this loan is going on. */
  readonly isAsked: boolean;
  /** The bank still offers the product and takes applications. */
  readonly isOffered: boolean;
};

export const renewalChecks = [
  'live',
  'window',
  'dpd',
  'class',
  'purpose',
  'size',
  'offered',
  'once',
] as const;
export type RenewalCheck = (typeof renewalChecks)[number];

/** One rule with its answer; `unknown` leaves the firm free to ask: the bank determines it. */
export type RenewalLine = { readonly check: RenewalCheck; readonly verdict: 'pass' | 'fail' | 'unknown' };

/** The first day on which a renewal may be asked for. */
export const renewableFrom = (maturityOn: Day, { monthsBefore }: RenewalAsking): Day =>
  addMonths(maturityOn, -monthsBefore);

/** Each rule with its answer on a day, in the order of `renewalChecks`. */
export function mayRenew(loan: RenewedLoan, today: Day, { asking, renewal }: RenewalRules): RenewalLine[] {
  const inTime = renewableFrom(loan.maturityOn, asking) <= today && today < loan.maturityOn;
  const sized = loan.size !== null && renewalQualifies(loan.size, loan.maturityOn, { renewal });
  const holds: { readonly [C in RenewalCheck]: boolean } = {
    live: loan.state === 'active' && loan.outstanding > zeroFen,
    window: inTime,
    dpd: loan.dpd <= asking.mostDpd,
    class: asking.tiers.includes(loan.tier),
    purpose: asking.purposes.includes(loan.purpose),
    size: sized,
    offered: loan.isOffered,
    once: !loan.isAsked,
  };
  return renewalChecks.map((check) => ({
    check,
    verdict: check === 'size' && loan.size === null ? 'unknown' : holds[check] ? 'pass' : 'fail',
  }));
}

export type RenewalRefusal =
  | { readonly code: 'loan.renewal-not-now'; readonly checks: readonly RenewalCheck[] }
  | { readonly code: 'loan.renewal-amount'; readonly mostFen: Fen }
  | { readonly code: 'loan.renewal-term'; readonly mostMonths: number };

/** Why a firm may not ask for so much on such a term now; null when it may. No money moves, so at most what is out. */
export function checkRenewal(
  loan: RenewedLoan,
  wish: { readonly amount: Fen; readonly termMonths: number },
  today: Day,
  rules: RenewalRules,
): RenewalRefusal | null {
  const failed = mayRenew(loan, today, rules).flatMap(({ check, verdict }) =>
    verdict === 'fail' ? [check] : [],
  );
  if (failed.length > 0) return { code: 'loan.renewal-not-now', checks: failed };
  if (wish.amount <= zeroFen || wish.amount > loan.outstanding)
    return { code: 'loan.renewal-amount', mostFen: loan.outstanding };
  const { mostTermMonths } = rules.asking;
  return wish.termMonths > mostTermMonths ? { code: 'loan.renewal-term', mostMonths: mostTermMonths } : null;
}
