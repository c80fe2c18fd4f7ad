import { z } from 'zod';

const points = z.int().min(-100_000).max(1_000_000);

/** How a product is priced, as its bank publishes it. Rates are yearly, in ppm; a basis point is 100 ppm. */
export const rateRuleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed'), ppm: points }),
  /** A published range; a missing end is open: "from 3.15 %", "at most 6.72 %". */
  z.object({ kind: z.literal('range'), lowest: points.nullable(), highest: points.nullable() }),
  /** The LPR of a tenor on the day of the contract plus a spread, or a range of spreads that may be open above. */
  z.object({
    kind: z.literal('lpr-spread'),
    tenor: z.enum(['1y', '5y']),
    spread: points,
    highest: points.nullish(),
  }),
  z.object({ kind: z.literal('unpublished') }),
]);

export type RateRule = z.output<typeof rateRuleSchema>;
