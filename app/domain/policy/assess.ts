import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, wan, zeroFen } from '~/domain/kernel/money.ts';
import { ppm, shareOf } from '~/domain/kernel/rate.ts';
import { largestPrincipal, type Share, shareBySize, shareFlat } from '~/domain/policy/compensation.ts';
import type {
  ByCauseRules,
  BySizeRules,
  CompensationRules,
  FlatRules,
} from '~/domain/policy/compensation-rules.ts';
import { asFirstDrawn, moneySince, schemesFor } from '~/domain/policy/continued-money.ts';
import { outsideCoverage, outsideTerms, sectorOf } from '~/domain/policy/coverage.ts';
import type { Line, Reason } from '~/domain/policy/line.ts';
import type { LoanFacts } from '~/domain/policy/loan-facts.ts';
import type { CompensationScheme, Scheme, SubsidyScheme } from '~/domain/policy/scheme.ts';
import { type Funding, plannedSubsidy, principalCapLeft, subsidyDays } from '~/domain/policy/subsidy.ts';
import { finePoints, finePointsLeft, roundedUp } from '~/domain/policy/subsidy-points.ts';
import type { SubsidyRules } from '~/domain/policy/subsidy-rules.ts';

/** What one scheme says of one loan. */
export type Assessment = {
  readonly scheme: Scheme;
  readonly eligible: boolean;
  /** Subsidy: the planned total. Compensation: the most it would pay if the whole principal were lost. */
  readonly amount: Fen;
  readonly funding: readonly Funding[];
  readonly lines: readonly Line[];
  /** Why not; empty when eligible. */
  readonly reasons: readonly Reason[];
};

export type AssessmentOutcome =
  | { readonly outcome: 'assessed'; readonly assessments: readonly Assessment[] }
  | { readonly outcome: 'none-in-force'; readonly on: Day };

const refusedBy = (scheme: Scheme, reasons: readonly Reason[]): Assessment => ({
  scheme,
  eligible: false,
  amount: zeroFen,
  funding: [],
  lines: [],
  reasons,
});

const upTo = (scheme: Scheme, loan: LoanFacts, { share, lines }: Share): Assessment => {
  const amount = shareOf(loan.principal, share);
  const total: Line = {
    code: 'compensation-up-to',
    principalFen: String(loan.principal),
    sharePpm: share,
    amountFen: String(amount),
  };
  return { scheme, eligible: true, amount, funding: [], lines: [...lines, total], reasons: [] };
};

const tooLarge = (loan: LoanFacts, max: Fen): Reason => ({
  code: 'principal-outside',
  principalFen: String(loan.principal),
  maxFen: String(max),
});

/** Why a compensation scheme does not take a loan in at disbursement; empty when it does. */
export function outsideCompensation(rules: CompensationRules, loan: LoanFacts): Reason[] {
  const reasons = [...outsideCoverage(rules.coverage, loan), ...outsideTerms(rules.coverage, loan)];
  const { principal, termMonths } = loan;
  const largest = largestPrincipal(rules);
  const least = rules.form === 'by-cause' ? wan(rules.loanWan.min) : zeroFen;
  if (largest !== null && (principal > largest || principal < least)) reasons.push(tooLarge(loan, largest));
  if (rules.form === 'by-cause' && termMonths > rules.maxTermMonths)
    reasons.push({ code: 'term-too-long', termMonths, maxMonths: rules.maxTermMonths });
  return reasons;
}

function assessByLoan(
  scheme: CompensationScheme,
  rules: BySizeRules | FlatRules,
  loan: LoanFacts,
): Assessment {
  const reasons = outsideCompensation(rules, loan);
  const { principal, flags } = loan;
  const share = rules.form === 'by-size' ? shareBySize(principal, flags, rules) : shareFlat(flags, rules);
  if (!share && rules.form === 'flat') reasons.push({ code: 'share-unknown' });
  return share && reasons.length === 0 ? upTo(scheme, loan, share) : refusedBy(scheme, reasons);
}

function assessByCause(scheme: CompensationScheme, rules: ByCauseRules, loan: LoanFacts): Assessment {
  const reasons = outsideCompensation(rules, loan);
  if (reasons.length > 0) return refusedBy(scheme, reasons);
  const shares = rules.causes.flatMap((cause) => cause.sharePpm ?? []);
  const highest = ppm(Math.max(...shares));
  const lines: Line[] = [{ code: 'shares-by-cause', lowestPpm: Math.min(...shares), highestPpm: highest }];
  const amount = shareOf(loan.principal, highest);
  return { scheme, eligible: true, amount, funding: [], lines, reasons: [] };
}

/** Why the days of contract and first drawdown keep a loan out; empty when they do not. */
export function outsideWindows(
  rules: SubsidyRules,
  loan: Pick<LoanFacts, 'contractOn' | 'drawnOn'>,
): Reason[] {
  const reasons: Reason[] = [];
  const { contractWindow, drawdownWindow } = rules;
  if (contractWindow && (loan.contractOn < contractWindow.from || loan.contractOn > contractWindow.to))
    reasons.push({ code: 'contract-outside-window', on: loan.contractOn, ...contractWindow });
  if (loan.drawnOn < drawdownWindow.from || loan.drawnOn > drawdownWindow.to)
    reasons.push({ code: 'drawdown-outside-window', on: loan.drawnOn, ...drawdownWindow });
  return reasons;
}

/** Why a subsidy scheme pays nothing on a loan, whatever room the borrower has left. */
export function outsideSubsidy(rules: SubsidyRules, loan: LoanFacts): Reason[] {
  const { coverage } = rules;
  const reasons = [
    ...outsideCoverage(coverage, loan),
    ...outsideTerms(coverage, loan),
    ...outsideWindows(rules, loan),
  ];
  if (rules.newMoneyOnly && loan.renewal) reasons.push({ code: 'not-new-money' });
  const [earlier] = loan.centralSubsidies;
  if (rules.level === 'central' && earlier !== undefined)
    reasons.push({ code: 'already-subsidised', scheme: earlier });
  const excluding = loan.centralSubsidies.find((code) => rules.excludes?.includes(code));
  if (rules.level === 'local' && excluding !== undefined)
    reasons.push({ code: 'excluded-by', scheme: excluding });
  if (finePoints(rules, loan) === null) reasons.push({ code: 'lpr-unknown' });
  else if (finePointsLeft(rules, loan) === 0n)
    reasons.push({ code: 'rate-used-up', contractPpm: loan.rate, localPpm: loan.localSubsidy });
  return reasons;
}

/** Room under the cap that is known day by day comes back as other loans are repaid: a full cap keeps no loan out then. */
function assessSubsidy(scheme: SubsidyScheme, loan: LoanFacts): Assessment {
  const rules = scheme.body;
  const use = loan.capUse?.[scheme.code] ?? loan.capUsed[scheme.code] ?? zeroFen;
  const reasons = outsideSubsidy(rules, asFirstDrawn(loan, scheme));
  const { from, until } = subsidyDays(rules, loan);
  if (until <= from) reasons.push({ code: 'period-over', from: moneySince(loan), months: rules.maxMonths });
  else if (typeof use === 'bigint' && principalCapLeft(rules, use) === 0n)
    reasons.push({
      code: 'cap-used-up',
      capFen: String(wan(rules.principalCapWan ?? 0)),
      usedFen: String(use),
    });
  if (reasons.length > 0) return refusedBy(scheme, reasons);
  const sector = sectorOf(rules.coverage, loan.borrower.industryPath);
  const subsidy = plannedSubsidy(rules, loan, use);
  const lines: Line[] = sector === null ? [] : [{ code: 'sector', sector }];
  return { scheme, eligible: true, ...subsidy, lines: [...lines, ...subsidy.lines], reasons: [] };
}

function assessOne(scheme: Scheme, loan: LoanFacts): Assessment {
  if (scheme.kind === 'subsidy') return assessSubsidy(scheme, loan);
  const { body } = scheme;
  return body.form === 'by-cause' ? assessByCause(scheme, body, loan) : assessByLoan(scheme, body, loan);
}

const isCentral = (assessment: Assessment): boolean =>
  assessment.scheme.kind === 'subsidy' && assessment.scheme.body.level === 'central';

/** One loan, one central scheme: the one that pays the borrower most stays, the code deciding a tie. */
function onlyOneCentral(assessments: readonly Assessment[]): Assessment[] {
  const [best, ...rest] = assessments
    .filter((a) => a.eligible && isCentral(a))
    .sort((a, b) =>
      a.amount === b.amount ? (a.scheme.code < b.scheme.code ? -1 : 1) : a.amount > b.amount ? -1 : 1,
    );
  return assessments.map((a) =>
    best && rest.includes(a)
      ? refusedBy(a.scheme, [{ code: 'better-scheme-chosen', scheme: best.scheme.code }])
      : a,
  );
}

/**
 * What every scheme in force on the day of the drawdown, and every one that the money takes already, says of a loan:
 * eligible with amount and the way to it, or the reasons why not. Local subsidies come first: what they pay leaves less of the contract rate to a central one. Beyond the dates of every table the answer is that no scheme is in force, never a guess.
 */
export function assessLoan(loan: LoanFacts, schemes: readonly Scheme[]): AssessmentOutcome {
  const inForce = schemesFor(schemes, loan);
  if (inForce.length === 0) return { outcome: 'none-in-force', on: loan.drawnOn };
  let localSubsidy = loan.localSubsidy;
  const known = new Map<string, Assessment>();
  for (const scheme of inForce.filter(isLocal)) {
    const assessed = assessOne(scheme, { ...loan, localSubsidy });
    known.set(scheme.code, assessed);
    if (assessed.eligible)
      localSubsidy = ppm(localSubsidy + roundedUp(finePointsLeft(scheme.body, { ...loan, localSubsidy })));
  }
  const assessments = inForce.map(
    (scheme) => known.get(scheme.code) ?? assessOne(scheme, { ...loan, localSubsidy }),
  );
  return { outcome: 'assessed', assessments: onlyOneCentral(assessments) };
}

const isLocal = (scheme: Scheme): scheme is SubsidyScheme =>
  scheme.kind === 'subsidy' && scheme.body.level === 'local';
