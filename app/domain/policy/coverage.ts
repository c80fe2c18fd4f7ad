import type { SizeClass } from '~/domain/enterprise/size.ts';
import type { Reason } from '~/domain/policy/line.ts';
import type { LoanFacts, LoanFlag } from '~/domain/policy/loan-facts.ts';

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
  if (coverage.purposes && !coverage.purposes.includes(loan.purpose))
    reasons.push({ code: 'outside-purposes', purpose: loan.purpose, purposes: coverage.purposes });
  if (coverage.borrowerLists && !meets(coverage.borrowerLists, lists))
    reasons.push({ code: 'not-on-list', lists: coverage.borrowerLists });
  const excluded = industryPath.find((code) => coverage.excludedIndustries?.includes(code));
  if (excluded !== undefined) reasons.push({ code: 'excluded-industry', industry: excluded });
  const lacking = (coverage.flags ?? []).filter((flag) => !loan.flags.includes(flag));
  if (lacking.length > 0) reasons.push({ code: 'lacks-flags', flags: lacking });
  return reasons;
}
