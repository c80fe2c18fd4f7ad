/** The four levels of GB/T 4754: 门类 (letter), 大类 (2 digits), 中类 (3), 小类 (4). */
export type IndustryLevel = 'section' | 'division' | 'group' | 'class';

export type Industry = {
  readonly code: string;
  readonly level: IndustryLevel;
  readonly parentCode: string | null;
  readonly section: string;
  readonly nameZh: string;
  /** English exists for the sections only. */
  readonly nameEn: string | null;
};

/** One version of the classification, by code. */
export type IndustryLookup = (code: string) => Industry | null;

/** From the section down to the industry itself; empty when the code is not in this version. */
export function industryPath(code: string, lookup: IndustryLookup): Industry[] {
  const path: Industry[] = [];
  for (let at = lookup(code); at; at = at.parentCode === null ? null : lookup(at.parentCode))
    path.unshift(at);
  return path;
}

/** Whether the industry is one of the listed ones or lies below one of them. */
export const withinIndustries = (code: string, listed: readonly string[], lookup: IndustryLookup): boolean =>
  industryPath(code, lookup).some((industry) => listed.includes(industry.code));
