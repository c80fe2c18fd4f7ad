import { z } from 'zod';

/** Tab and page of an alert list as they stand in the address. */
export const alertQuery = z.object({
  state: z.enum(['live', 'closed']).default('live'),
  page: z.coerce.number().int().min(0).max(10_000).default(0),
});

export const alertParams = z.object({ id: z.uuid() });

/** What a person writes into a case. */
export const caseText = z.string().trim().min(2).max(2000);

/** The register of the risk desk: a tab, a severity and a month of raising. */
export const alertRegisterQuery = z.object({
  state: z.enum(['live', 'overdue', 'closed', 'all']).catch('live').default('live'),
  severity: z.enum(['red', 'orange', 'yellow']).optional().catch(undefined),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(0).max(10_000).catch(0).default(0),
});
export type AlertRegisterQuery = z.output<typeof alertRegisterQuery>;
