import { type Grade, grades } from './card.ts';

export type GradeCounts = Record<Grade | 'insufficient', number>;

/** How coverage is spread over firms, in percent with one decimal: half of the firms lie below the median. */
export type CoverageSpread = { readonly median: number; readonly p10: number; readonly p90: number };

/** Counts results one by one, keeping no more than one counter per thousandth of coverage. */
export type Distribution = {
  add(result: { readonly grade: Grade | 'insufficient'; readonly coveragePpm: number }): void;
  firms(): number;
  grades(): GradeCounts;
  coverage(): CoverageSpread;
};

export function openDistribution(): Distribution {
  const counts = {
    ...(Object.fromEntries(grades.map((g) => [g, 0])) as Record<Grade, number>),
    insufficient: 0,
  };
  const thousandths = new Array<number>(1_001).fill(0);
  let firms = 0;
  const quantile = (part: number, whole: number): number => {
    const wanted = Math.max(1, Math.ceil((firms * part) / whole));
    let reached = 0;
    let at = -1;
    while (reached < wanted) reached += thousandths[++at] ?? wanted;
    return at / 10;
  };
  return {
    add({ grade, coveragePpm }) {
      counts[grade] += 1;
      const at = Math.floor(coveragePpm / 1_000);
      thousandths[at] = (thousandths[at] ?? 0) + 1;
      firms += 1;
    },
    firms: () => firms,
    grades: () => ({ ...counts }),
    coverage: () =>
      firms === 0
        ? { median: 0, p10: 0, p90: 0 }
        : { median: quantile(1, 2), p10: quantile(1, 10), p90: quantile(9, 10) },
  };
}
