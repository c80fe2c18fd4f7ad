import { type Ppm, ppm } from '~/domain/kernel/rate.ts';
import type { RateRule } from './rate-rule-schema.ts';

export type { RateRule } from './rate-rule-schema.ts';

/** The prime rates in force (贷款市场报价利率). */
export type Lpr = { readonly oneYear: Ppm; readonly fiveYear: Ppm };

/** The lowest and highest rate a rule allows today; null where an end is not published. */
export type RateRange = { readonly lowest: Ppm | null; readonly highest: Ppm | null };

const orNull = (value: number | null): Ppm | null => (value === null ? null : ppm(value));

export function rateRange(rule: RateRule, lpr: Lpr): RateRange {
  switch (rule.kind) {
    case 'fixed':
      return { lowest: ppm(rule.ppm), highest: ppm(rule.ppm) };
    case 'range':
      return { lowest: orNull(rule.lowest), highest: orNull(rule.highest) };
    case 'lpr-spread':
      return lprRange(rule.tenor === '1y' ? lpr.oneYear : lpr.fiveYear, rule);
    case 'unpublished':
      return { lowest: null, highest: null };
  }
}

/** No `highest` means one spread for everybody; null means that only the lowest spread is published. */
function lprRange(
  base: Ppm,
  { spread, highest }: { spread: number; highest?: number | null | undefined },
): RateRange {
  const lowest = ppm(base + spread);
  if (highest === undefined) return { lowest, highest: lowest };
  return { lowest, highest: highest === null ? null : ppm(base + highest) };
}

/**
 * The rate that costs are worked out with: the upper end of what is published, so that a tempting "from" never beats an
 * honest range (the published ranking rule). `isFrom`: only the lower end is known, the cost is a least one.
 */
export function ratePriced(range: RateRange): { readonly rate: Ppm; readonly isFrom: boolean } | null {
  if (range.highest !== null) return { rate: range.highest, isFrom: false };
  return range.lowest === null ? null : { rate: range.lowest, isFrom: true };
}
