import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { view } from '~/server/http/view.ts';
import { showFundedStatistics } from '~/server/overview/show-desk-charts.ts';
import { listFunnelFirms, showFunnel } from '~/server/overview/show-funnel.ts';
import { funnelSteps } from '~/server/overview/store-funnel.ts';
import { overviewText } from '~/text/overview.ts';
import { Funnel } from '~/ui/overview/funnel.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(overviewText, 'funnel.title');

export const loader = view({
  can: 'overview.funnel',
  audit: 'overview.funnel-read',
  query: z.object({
    region: z
      .string()
      .regex(/^\d{4}$/)
      .or(z.literal(''))
      .optional(),
    step: z.enum(funnelSteps).optional().catch(undefined),
    page: z.coerce.number().int().min(0).max(10_000).catch(0).default(0),
  }),
  load: async ({ actor, query, request }) => ({
    ...(await showFunnel(actor, query.region || undefined)),
    region: query.region || null,
    step: query.step ?? null,
    list: query.step ? await listFunnelFirms(actor, query.step, query.region || undefined, query.page) : null,
    statistics: await showFundedStatistics(actor),
    clearTo: new URL(request.url).pathname,
  }),
});

export default function FunnelPage() {
  return <Funnel {...useLoaderData<typeof loader>()} />;
}
