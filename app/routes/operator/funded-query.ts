import { z } from 'zod';
import { parseId } from '~/domain/kernel/id.ts';
import { cadences } from '~/domain/overview/subscription.ts';

const blank = <S extends z.ZodType>(schema: S) =>
  z.preprocess((v) => (v === '' ? undefined : v), schema.optional());

/** The filters of the funded-firm desk as they stand in the address. */
export const fundedQuery = z.object({
  text: blank(z.string().max(60)),
  region: blank(z.string().regex(/^\d{2,6}$/)),
  section: blank(z.string().regex(/^[A-T]$/)),
  bank: blank(z.string().refine((id) => parseId(id) !== null)),
  severity: blank(z.enum(['red', 'orange', 'yellow', 'none'])),
  after: blank(z.string().regex(/^\d+\.[0-9a-f-]{36}$/)),
});

export type FundedQuery = z.output<typeof fundedQuery>;

/** A subscription: the filters as an address holds them, each checked as the list checks it, and how often. */
export const subscribeForm = z.object({
  query: z
    .string()
    .max(300)
    .optional()
    .transform((text): { [name: string]: unknown } => Object.fromEntries(new URLSearchParams(text ?? '')))
    .pipe(fundedQuery)
    .transform(({ after: _, ...filter }) => {
      const kept = Object.entries(filter).filter(([, value]) => value) as [string, string][];
      return new URLSearchParams(kept).toString();
    }),
  cadence: z.enum(cadences),
});
