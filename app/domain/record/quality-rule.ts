import { z } from 'zod';
import { type Ppm, ratioPpm } from '~/domain/kernel/rate.ts';

/** What the shares of a delivery are measured for (domain.md row A5). */
export const qualityDimensions = [
  'completeness',
  'accuracy',
  'timeliness',
  'uniqueness',
  'key-validity',
] as const;
export type QualityDimension = (typeof qualityDimensions)[number];

/** What counts as a row at fault. Amounts are in fen; bounds are included. */
export const measureSchema = z.discriminatedUnion('kind', [
  /** Rows of the batch that went into quarantine. */
  z.strictObject({ kind: z.literal('rejected') }),
  /** Rows whose firm is missing, unreadable or in no register. */
  z.strictObject({ kind: z.literal('firm-at-fault') }),
  /** Rows that describe one record in two ways. */
  z.strictObject({ kind: z.literal('key-conflict') }),
  /** Accepted records without the field. */
  z.strictObject({
    kind: z.literal('missing'),
    field: z.enum(['amount', 'quantity', 'category', 'reference']),
  }),
  z.strictObject({
    kind: z.literal('outside'),
    field: z.enum(['amount', 'quantity']),
    least: z.int(),
    most: z.int(),
  }),
  /** Records that end before they begin. */
  z.strictObject({ kind: z.literal('ends-before') }),
  /** Records of more than so many days before they were received. */
  z.strictObject({ kind: z.literal('older-than'), days: z.int().min(1) }),
  /** The item itself, asked every day: whether its last delivery is older than it may be. */
  z.strictObject({ kind: z.literal('overdue') }),
]);
export type Measure = z.output<typeof measureSchema>;

export type QualityRule = {
  readonly code: string;
  readonly version: number;
  /** Null for every item. */
  readonly item: string | null;
  readonly dimension: QualityDimension;
  readonly measure: Measure;
  /** More than this share at fault and the rule is broken. */
  readonly mostPpm: number;
};

export type Tally = { readonly rows: number; readonly failed: number };

/** Whether a rule holds for what was counted; nothing counted breaks no rule. Exact: no share is rounded on the way. */
export const holds = ({ mostPpm }: Pick<QualityRule, 'mostPpm'>, { rows, failed }: Tally): boolean =>
  failed * 1_000_000 <= mostPpm * rows;

/** The share at fault, rounded half up; null where nothing was counted. */
export const faultPpm = ({ rows, failed }: Tally): Ppm | null => (rows === 0 ? null : ratioPpm(failed, rows));

/** How many of the results held, of how many; of each dimension. */
export function byDimension(
  results: readonly { readonly dimension: QualityDimension; readonly passed: boolean }[],
): readonly { readonly dimension: QualityDimension; readonly held: number; readonly all: number }[] {
  return qualityDimensions.map((dimension) => {
    const own = results.filter((each) => each.dimension === dimension);
    return { dimension, held: own.filter(({ passed }) => passed).length, all: own.length };
  });
}
