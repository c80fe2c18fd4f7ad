import { z } from 'zod';

const named = z.object({ zh: z.string(), en: z.string() });

/** What a dispatch tells a provider: its items one by one, and who used them. */
export const dispatchBody = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      name: named,
      deliverable: z.boolean(),
      lastDelivery: z.string().nullable(),
      freshness: z.enum(['fresh', 'stale', 'never']),
      read: z.number().int(),
      accepted: z.number().int(),
      quarantined: z.number().int(),
    }),
  ),
  uses: z.array(
    z.object({
      item: named,
      recipient: named,
      purpose: z.string(),
      reads: z.number().int(),
      firms: z.number().int(),
    }),
  ),
});
export type DispatchBody = z.output<typeof dispatchBody>;
