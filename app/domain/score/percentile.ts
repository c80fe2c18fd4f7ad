import { z } from 'zod';
import type { Named } from '~/domain/catalogue/item.ts';

/**
 * Groups of fewer scored firms are not compared with, for a place among few would speak of the others: the policy
 * `score-comparison`.
 */
export const comparisonSchema = z.object({ smallestGroup: z.int().min(2) });

export const spreadKinds = ['all', 'region', 'industry', 'region-industry'] as const;
export type SpreadKind = (typeof spreadKinds)[number];

/** A firm's place among the firms of a group, by the public score of both. */
export type Placement = {
  readonly kind: SpreadKind;
  readonly name: Named | null;
  readonly firms: number;
  /** So many firms a group had to have to be compared within; reports of before do not say. */
  readonly least?: number;
  /** At least so many per cent of the group score lower, in steps of five. */
  readonly aheadPercent: number;
  /** The day of the comparison. */
  readonly asOf: string;
};

/**
 * At least how many per cent of a group score lower than so many milli-points, in steps of five. `cuts` are the scores
 * that one twentieth, two twentieths … of the group do not exceed.
 */
export const aheadPercent = (cuts: readonly number[], milliPoints: number): number =>
  cuts.filter((cut) => cut < milliPoints).length * 5;

/** The groups that a firm belongs to, the narrowest first within a kind. */
export function spreadKeys(
  regionCode: string | null,
  section: string | null,
): { readonly kind: SpreadKind; readonly key: string }[] {
  const regions = regionCode ? [regionCode, regionCode.slice(0, 4), regionCode.slice(0, 2)] : [];
  return [
    ...regions.map((key) => ({ kind: 'region' as const, key })),
    ...(section ? [{ kind: 'industry' as const, key: section }] : []),
    ...(regionCode && section
      ? [4, 2].map((n) => ({ kind: 'region-industry' as const, key: `${regionCode.slice(0, n)}/${section}` }))
      : []),
    { kind: 'all' as const, key: '' },
  ];
}
