import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { view } from '~/server/http/view.ts';
import { replaySealed, type SealedReplay } from '~/server/repair/replay-sealed.ts';
import { rightsText } from '~/text/rights.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { SealedPage } from '~/ui/repair/sealed-page.tsx';

export const meta = pageTitle(rightsText, 'rights.audit.title');

type SealedShownPage = {
  readonly code: string;
  readonly reason: string;
  readonly found: SealedReplay | 'none' | null;
};

export const loader = view({
  can: 'repair.replay-sealed',
  audit: null,
  query: z.object({
    code: z.string().trim().max(18).optional(),
    reason: z.string().trim().max(200).optional(),
  }),
  load: async ({ actor, query: { code = '', reason = '' } }): Promise<SealedShownPage> => {
    if (!code || !reason) return { code, reason, found: null };
    const found = await replaySealed(actor, { code, reason });
    return { code, reason, found: found.ok ? found.value : 'none' };
  },
});

export default function SealedRoute() {
  return <SealedPage {...useLoaderData<typeof loader>()} />;
}
