import { addMonths, type Day } from '~/domain/kernel/day.ts';
import { type Fen, plus, zeroFen } from '~/domain/kernel/money.ts';
import { type Ppm, ppm } from '~/domain/kernel/rate.ts';
import { assessLoan } from '~/domain/policy/assess.ts';
import type { DayCount } from '~/domain/policy/day-count.ts';
import type { Borrower, LoanFacts } from '~/domain/policy/loan-facts.ts';
import type { Scheme } from '~/domain/policy/scheme.ts';
import type { NeedTerms } from '~/domain/product/applicant.ts';
import { aprOf, type CostTerms, costOf, type TrueCost } from '~/domain/product/cost.ts';
import { evaluate, type Rule } from '~/domain/product/predicate.ts';
import { conditionsOfProduct, type Product } from '~/domain/product/product.ts';
import { type Lpr, ratePriced, rateRange } from '~/domain/product/rate-rule.ts';
import { type Instalment, type RepaymentMethod, scheduleOf } from '~/domain/product/schedule.ts';

/** Costs are compared on equal months, so that no product wins by the calendar; the contract states its own basis. */
export const comparedDayCount: DayCount = 'thirty360';

/** Where a bank publishes no way of repaying, the dearest common one is assumed: principal at the end. */
const assumedMethod: RepaymentMethod = 'bullet-monthly';

export type Wish = NeedTerms & { readonly method: RepaymentMethod | null };

/** What the subsidy schemes ask of a borrower, and the principal that already uses their caps at all banks. */
export type Subsidised = {
  readonly schemes: readonly Scheme[];
  readonly borrower: Borrower;
  readonly capUsed: { readonly [schemeCode: string]: Fen };
};

export type Price = {
  readonly rate: Ppm;
  /** The bank publishes only the lower end: the cost is a least one. */
  readonly isFrom: boolean;
  readonly method: RepaymentMethod;
  readonly cost: TrueCost;
  /** Null when the fees leave nothing to lend. */
  readonly apr: Ppm | null;
  readonly schedule: readonly Instalment[];
  /** Codes of the schemes behind the expected subsidy. */
  readonly schemes: readonly string[];
};

/** The repayment a product would be priced with: the preferred one where it is offered, else the product's first. */
export function methodFor(
  product: Pick<Product, 'methods'>,
  preferred: RepaymentMethod | null,
): RepaymentMethod {
  if (preferred !== null && product.methods.includes(preferred)) return preferred;
  return product.methods[0] ?? assumedMethod;
}

/** Whether amount and pledges meet the conditions, all other questions left open. */
function pledgesMeet(conditions: Rule, { amountFen }: NeedTerms, pledges: readonly string[]): boolean {
  const amount = Number(amountFen);
  const verdict = evaluate(conditions, (atom) => {
    if (atom.kind === 'collateral')
      return atom.in.includes('credit') || atom.in.some((kind) => pledges.includes(kind)) ? 'pass' : 'fail';
    if (atom.kind !== 'amount') return 'unknown';
    return amount >= (atom.atLeast ?? amount) && amount <= (atom.atMost ?? amount) ? 'pass' : 'fail';
  });
  return verdict !== 'fail';
}

/** Whether the loan would need a guarantor: the conditions hold with one and fail without. Only then is its fee due. */
export function needsGuarantor(product: Product, need: NeedTerms): boolean {
  if (product.guaranteeFeePpm === 0) return false;
  const conditions = conditionsOfProduct(product);
  const own = need.collateral.filter((kind) => kind !== 'guarantee');
  return !pledgesMeet(conditions, need, own) && pledgesMeet(conditions, need, [...own, 'guarantee']);
}

/**
 * What a product would cost for a need if it were drawn today: the published rate at its upper end, all fees, less the
 * subsidy that the schemes in force would pay this borrower (domain.md E4, §2.7; one loan, one central scheme; caps run
 * across banks). Null while the bank publishes no rate. `subsidised` null: a visitor, whose subsidy is not known.
 */
export function priceFor(
  product: Product,
  need: Wish,
  market: { readonly lpr: Lpr; readonly today: Day; readonly subsidised: Subsidised | null },
): Price | null {
  const priced = ratePriced(rateRange(product.rateRule, market.lpr));
  if (!priced || priced.rate < 0) return null;
  const { amountFen: principal, termMonths } = need;
  const method = methodFor(product, need.method);
  const drawnOn = market.today;
  const terms = { principal, rate: priced.rate, method, termMonths, disbursedOn: drawnOn };
  const schedule = scheduleOf({ ...terms, dayCount: comparedDayCount });
  const guaranteed = needsGuarantor(product, need);
  const loan = { need, schedule, rate: priced.rate, drawnOn, guaranteed };
  const { amount: subsidy, schemes } = market.subsidised
    ? expectedSubsidy(loan, market.subsidised)
    : { amount: zeroFen, schemes: [] };
  const costTerms: CostTerms = {
    principal,
    disbursedOn: drawnOn,
    termMonths,
    schedule,
    feePpm: product.feePpm,
    guaranteeFeePpm: guaranteed ? product.guaranteeFeePpm : ppm(0),
    subsidy,
  };
  return { ...priced, method, cost: costOf(costTerms), apr: aprOf(costTerms), schedule, schemes };
}

type Planned = {
  readonly need: NeedTerms;
  readonly schedule: readonly Instalment[];
  readonly rate: Ppm;
  readonly drawnOn: Day;
  readonly guaranteed: boolean;
};

function expectedSubsidy(loan: Planned, { schemes, borrower, capUsed }: Subsidised) {
  // Compensation is the bank's; leaving it out here keeps a price cheap where there are thousands of them.
  const subsidies = schemes.filter((scheme) => scheme.kind === 'subsidy');
  const answer = assessLoan(loanFacts(loan, borrower, capUsed), subsidies);
  if (answer.outcome === 'none-in-force') return { amount: zeroFen, schemes: [] };
  const paying = answer.assessments.filter((a) => a.eligible && a.scheme.kind === 'subsidy');
  return {
    amount: plus(...paying.map((a) => a.amount)),
    schemes: paying.map((a) => a.scheme.code),
  };
}

function loanFacts(loan: Planned, borrower: Borrower, capUsed: LoanFacts['capUsed']): LoanFacts {
  const { need, schedule, rate, drawnOn, guaranteed } = loan;
  const paid = schedule.filter((row) => row.principal > 0n);
  return {
    borrower,
    principal: need.amountFen,
    rate,
    dayCount: comparedDayCount,
    termMonths: need.termMonths,
    contractOn: drawnOn,
    drawnOn,
    maturityOn: addMonths(drawnOn, need.termMonths),
    balances: [
      { from: drawnOn, balance: need.amountFen },
      ...paid.map((row) => ({ from: row.dueOn, balance: row.balanceAfter })),
    ],
    purpose: need.purpose,
    flags: guaranteed ? ['guaranteed'] : [],
    renewal: need.purpose === 'renewal',
    centralSubsidies: [],
    localSubsidy: ppm(0),
    capUsed,
  };
}
