import type { Day } from '~/domain/kernel/day.ts';
import type { LoanFacts } from '~/domain/policy/loan-facts.ts';
import { type Scheme, type SubsidyScheme, schemesInForce } from '~/domain/policy/scheme.ts';

/** A scheme in the version under which money takes it. */
export type TakenScheme = { readonly code: string; readonly version: number };

/**
 * The money of a loan before its own contract (domain.md edge case 6: identity = money, not contract): a renewal
 * (无还本续贷) or a refinancing at another bank goes on with it.
 */
export type MoneyBefore = {
  /** First drawdown of the money, under whatever contract. */
  readonly since: Day;
  /** What it was borrowed for then; a renewal has no purpose of its own. */
  readonly purpose: string;
  /** The subsidies that it takes already. */
  readonly takes: readonly TakenScheme[];
};

/** The day from which the months of a subsidy run: the first drawdown of the money. */
export const moneySince = (loan: Pick<LoanFacts, 'drawnOn' | 'money'>): Day =>
  loan.money && loan.money.since < loan.drawnOn ? loan.money.since : loan.drawnOn;

const takenBy = ({ money }: Pick<LoanFacts, 'money'>, code: string): TakenScheme | undefined =>
  money?.takes.find((taken) => taken.code === code);

/**
 * The schemes that a loan may ask: those in force on the day of its drawdown and, of what its money takes already, the
 * version under which that began, in force or not. In the order of their codes.
 */
export function schemesFor(schemes: readonly Scheme[], loan: Pick<LoanFacts, 'drawnOn' | 'money'>): Scheme[] {
  const inForce = schemesInForce(schemes, loan.drawnOn).filter(({ code }) => !takenBy(loan, code));
  const taken = schemes.filter(({ code, version }) => takenBy(loan, code)?.version === version);
  return [...inForce, ...taken].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/**
 * The loan as a scheme judges it. Money that takes the scheme already stands in the windows of its first drawdown and is as
 * new as it was then; any other earlier money is no new money. What it was first borrowed for stays its purpose.
 */
export function asFirstDrawn(loan: LoanFacts, { code }: Pick<SubsidyScheme, 'code'>): LoanFacts {
  const { money } = loan;
  if (!money) return loan;
  const purpose = loan.purpose === 'renewal' ? money.purpose : loan.purpose;
  if (!takenBy(loan, code)) return { ...loan, purpose, renewal: true };
  const centralSubsidies = loan.centralSubsidies.filter((other) => other !== code);
  return {
    ...loan,
    purpose,
    renewal: false,
    drawnOn: money.since,
    contractOn: money.since,
    centralSubsidies,
  };
}
