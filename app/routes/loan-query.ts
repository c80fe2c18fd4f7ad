import { z } from 'zod';
import { loanTags } from '~/domain/loan/loan-tags.ts';
import { afterField } from '~/routes/after-query.ts';

/** Tab, tag and page of a loan list as they stand in the address. */
export const loanQuery = z.object({
  state: z.enum(['active', 'settled']).default('active'),
  tag: z.enum(loanTags).optional().catch(undefined),
  after: afterField.nullable().catch(null).default(null),
});

export const loanParams = z.object({ id: z.uuid() });
