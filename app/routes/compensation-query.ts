import { z } from 'zod';

const page = z.coerce.number().int().min(0).max(10_000).default(0);

/** Tab and page of the lists of compensation as they stand in the address. */
export const enrolledQuery = z.object({
  tab: z.enum(['claimable', 'claimed', 'enrolled']).default('enrolled'),
  page,
});
export const poolQuery = z.object({ tab: z.enum(['open', 'closed']).default('open'), page });
export const pageQuery = z.object({ page });
export const idParams = z.object({ id: z.uuid() });
