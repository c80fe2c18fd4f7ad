import { z } from 'zod';
import { loanParams } from '~/routes/loan-query.ts';
import type { Permission } from '~/server/access/policy.ts';
import { view } from '~/server/http/view.ts';
import { showCircle } from '~/server/monitoring/show-circle.ts';

/** The page of a guarantee circle: of a bank's own loan, or of any for the risk desk. */
export const circleLoader = (can: Permission) =>
  view({
    can,
    params: loanParams,
    query: z.object({
      if: z
        .string()
        .regex(/^[0-9a-f]{16}$/)
        .optional(),
    }),
    load: ({ actor, params, query }) => showCircle(actor, params.id, query.if ?? null),
    audit: ({ enterpriseId, loanId, firm }) => ({
      action: 'monitoring.circle-opened',
      enterpriseId: enterpriseId as never,
      purpose: 'post-loan',
      detail: { loanId, defaulting: firm.key },
    }),
  });
