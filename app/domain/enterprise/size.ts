import { type Fen, wan } from '~/domain/kernel/money.ts';

/** Smallest first, so that the overall class is the lowest of the classes. */
const classes = ['micro', 'small', 'medium', 'large'] as const;

export type SizeClass = (typeof classes)[number];

/** Staff at year end, revenue and total assets in 万元: the indicators the standard grades by. */
export type SizeIndicator = 'employees' | 'revenueWan' | 'assetsWan';

/** The least value of an indicator for each class above micro. */
export type SizeFloors = { readonly large: number; readonly medium: number; readonly small: number };

export type SizeIndustry = {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** GB/T 4754 codes of any level that this row of the standard covers. */
  readonly industryCodes: readonly string[];
  readonly floors: { readonly [I in SizeIndicator]?: SizeFloors };
};

/** One effective-dated version of the standard. */
export type SizeTable = { readonly industries: readonly SizeIndustry[] };

export type SizeFacts = {
  readonly employees: number | null;
  readonly revenue: Fen | null;
  readonly assets: Fen | null;
};

export type SizeOutcome =
  | {
      readonly class: SizeClass;
      readonly industry: string;
      readonly by: readonly { readonly indicator: SizeIndicator; readonly class: SizeClass }[];
    }
  | {
      readonly class: 'undetermined';
      readonly because: 'industry-not-covered' | 'figures-missing';
      readonly missing: readonly SizeIndicator[];
    };

/** The row of the standard for an industry given from section to class; the most specific code wins. */
export function sizeIndustryOf(industryPath: readonly string[], table: SizeTable): SizeIndustry | null {
  for (const code of [...industryPath].reverse()) {
    const row = table.industries.find((industry) => industry.industryCodes.includes(code));
    if (row) return row;
  }
  return null;
}

function figureOf(indicator: SizeIndicator, facts: SizeFacts): bigint | null {
  if (indicator === 'employees') return facts.employees === null ? null : BigInt(facts.employees);
  return indicator === 'revenueWan' ? facts.revenue : facts.assets;
}

function classBy(indicator: SizeIndicator, floors: SizeFloors, value: bigint): SizeClass {
  const reaches = (floor: number) => value >= (indicator === 'employees' ? BigInt(floor) : wan(floor));
  if (reaches(floors.large)) return 'large';
  if (reaches(floors.medium)) return 'medium';
  return reaches(floors.small) ? 'small' : 'micro';
}

/**
 * Size class of a firm (domain.md §2.10): each indicator its industry lists is graded alone and the lowest class is
 * the firm's. A missing figure or an industry outside the standard leaves it undetermined, never large.
 */
export function classifySize(
  industryPath: readonly string[],
  facts: SizeFacts,
  table: SizeTable,
): SizeOutcome {
  const row = sizeIndustryOf(industryPath, table);
  if (!row) return { class: 'undetermined', because: 'industry-not-covered', missing: [] };
  const by: { indicator: SizeIndicator; class: SizeClass }[] = [];
  const missing: SizeIndicator[] = [];
  for (const [indicator, floors] of Object.entries(row.floors) as [SizeIndicator, SizeFloors][]) {
    const value = figureOf(indicator, facts);
    if (value === null) missing.push(indicator);
    else by.push({ indicator, class: classBy(indicator, floors, value) });
  }
  if (missing.length > 0) return { class: 'undetermined', because: 'figures-missing', missing };
  const lowest = Math.min(...by.map((graded) => classes.indexOf(graded.class)));
  return { class: classes[lowest] ?? 'micro', industry: row.code, by };
}
