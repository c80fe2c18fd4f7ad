import type { SizeClass } from '~/domain/enterprise/size.ts';
import type { Reason } from '~/domain/policy/line.ts';
import type { LoanFacts, LoanFlag } from '~/domain/policy/loan-facts.ts';

export const unpublishedConditions = ['rate-limit', 'key-industry-share', 'payout-ceiling'] as const;
export type UnpublishedCondition = (typeof unpublishedConditions)[number];

/** Whom and what a scheme covers; null means that it does not ask. */
export type Coverage = {
  /** GB/T 2260 codes; the borrower lies within one of them. */
  readonly regions: readonly string[] | null;
  /** GB/T 4754 codes by the name of the sector the scheme gives them. */
  readonly sectors: readonly { readonly sector: string; readonly industryCodes: readonly string[] }[] | null;
  readonly sizes: readonly SizeClass[] | null;
  readonly purposes: readonly string[] | null;
  /** Groups of borrowers that a department names, such as registered poor households. */
  readonly borrowerLists: readonly string[] | null;
  /** GB/T 4754 codes that are kept out whatever the rest says. */
  readonly excludedIndustries?: readonly string[];
  /** Marks that a loan must all bear, such as unsecured. */
  readonly flags?: readonly LoanFlag[];
  /** Marks with any of which the purpose does not matter, such as a project of policy-instrument funds (domain.md G11). */
  readonly purposeFlags?: readonly LoanFlag[];
  /** The lenders by name (经办机构); a bank that stands on the list of that code is one too. */
  readonly lenders?: readonly string[];
  readonly lenderList?: string;
  /** The highest contract rate. */
  readonly maxRatePpm?: number;
  /** Conditions that the scheme has and whose figures no source that was read gives: told, not computed. */
  readonly unpublished?: readonly UnpublishedCondition[];
};

const meets = (listed: readonly string[], path: readonly string[]): boolean =>
  path.some((code) => listed.includes(code));

/** The sector of the scheme that an industry, given from section to class, belongs to. */
export const sectorOf = (coverage: Coverage, industryPath: readonly string[]): string | null =>
  coverage.sectors?.find((sector) => meets(sector.industryCodes, industryPath))?.sector ?? null;

/**
 * Why a loan is outside what a scheme covers; empty when it is inside. A sole trader is covered wherever micro firms
 * are, because the size standard grades firms by staff and sole traders have no class of their own.
 */
export function outsideCoverage(
  coverage: Coverage,
  loan: Pick<LoanFacts, 'borrower' | 'purpose' | 'flags'>,
): Reason[] {
  const { regionPath, industryPath, size, kind, lists } = loan.borrower;
  const reasons: Reason[] = [];
  if (coverage.regions && !meets(coverage.regions, regionPath))
    reasons.push({ code: 'outside-region', region: regionPath.at(-1) ?? null, regions: coverage.regions });
  if (coverage.sectors && sectorOf(coverage, industryPath) === null)
    reasons.push({
      code: 'outside-sectors',
      industry: industryPath.at(-1) ?? null,
      sectors: coverage.sectors.map((s) => s.sector),
    });
  const graded = size === 'undetermined' && kind === 'sole-trader' ? 'micro' : size;
  if (coverage.sizes && graded === 'undetermined') reasons.push({ code: 'size-undetermined' });
  else if (coverage.sizes && !coverage.sizes.includes(graded as SizeClass))
    reasons.push({ code: 'outside-sizes', size, sizes: coverage.sizes });
  const anyPurpose = coverage.purposeFlags?.some((flag) => loan.flags.includes(flag)) ?? false;
  if (coverage.purposes && !anyPurpose && !coverage.purposes.includes(loan.purpose))
    reasons.push({ code: 'outside-purposes', purpose: loan.purpose, purposes: coverage.purposes });
  if (coverage.borrowerLists && !meets(coverage.borrowerLists, lists))
    reasons.push({ code: 'not-on-list', lists: coverage.borrowerLists });
  const excluded = industryPath.find((code) => coverage.excludedIndustries?.includes(code));
  if (excluded !== undefined) reasons.push({ code: 'excluded-industry', industry: excluded });
  const lacking = (coverage.flags ?? []).filter((flag) => !loan.flags.includes(flag));
  if (lacking.length > 0) reasons.push({ code: 'lacks-flags', flags: lacking });
  return reasons;
}

/** Why the lender or the rate of a loan keeps it out; a loan of which they are not known is not kept out by them. */
export function outsideTerms(
  coverage: Coverage,
  { lender, rate }: Pick<LoanFacts, 'lender' | 'rate'>,
): Reason[] {
  const reasons: Reason[] = [];
  const { lenders, lenderList, maxRatePpm } = coverage;
  const listed =
    !lender ||
    (!lenders && !lenderList) ||
    lenders?.includes(lender.name) ||
    (lenderList !== undefined && lender.lists.includes(lenderList));
  if (!listed)
    reasons.push({ code: 'lender-not-listed', lender: lender.name, lenders: lenders?.length ?? 0 });
  if (maxRatePpm !== undefined && rate > maxRatePpm)
    reasons.push({ code: 'rate-too-high', contractPpm: rate, maxPpm: maxRatePpm });
  return reasons;
}
