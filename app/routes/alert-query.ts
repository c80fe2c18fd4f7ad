import { z } from 'zod';

/** Tab and page of an alert list as they stand in the address. */
export const alertQuery = z.object({
  state: z.enum(['live', 'closed']).default('live'),
  page: z.coerce.number().int().min(0).max(10_000).default(0),
});

export const alertParams = z.object({ id: z.uuid() });

/** What a person writes into a case. */
export const caseText = z.string().trim().min(2).max(2000);
