import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { view } from '~/server/http/view.ts';
import { showFunnel } from '~/server/overview/show-funnel.ts';
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
  }),
  load: async ({ actor, query, request }) => ({
    ...(await showFunnel(actor, query.region || undefined)),
    region: query.region || null,
    clearTo: new URL(request.url).pathname,
  }),
});

export default function FunnelPage() {
  return <Funnel {...useLoaderData<typeof loader>()} />;
}
