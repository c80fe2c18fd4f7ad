import { z } from 'zod';
import { loanTags } from '~/domain/loan/loan-tags.ts';

/** Tab and page of a loan list as they stand in the address. */
export const loanQuery = z.object({
  state: z.enum(['active', 'settled']).default('active'),
  tag: z.enum(loanTags).optional().catch(undefined),
  page: z.coerce.number().int().min(0).max(10_000).default(0),
});

export const loanParams = z.object({ id: z.uuid() });
