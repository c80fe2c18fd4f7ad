import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { showLimits } from '~/server/guarantee/show-limits.ts';
import { stateAssets } from '~/server/guarantee/state-assets.ts';
import { command } from '~/server/http/command.ts';
import { dayField, yuanField } from '~/server/http/fields.ts';
import { view } from '~/server/http/view.ts';
import { guaranteeText } from '~/text/guarantee.ts';
import { LimitsPage } from '~/ui/guarantee/limits-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(guaranteeText, 'guarantee.limits');

export const loader = view({
  can: 'guarantee.read-desk',
  audit: null,
  load: ({ actor }) => showLimits(actor),
});

export const action = command({
  can: 'guarantee.state-assets',
  audit: null,
  schema: z.object({ asOf: dayField, netAssets: yuanField }),
  run: async ({ actor, input }) => {
    const stated = await stateAssets(actor, input);
    if (!stated.ok) return stated;
    const flash = { tone: 'success', message: 'guarantee.assets-stated' } as const;
    return accept({ to: '/guarantee/limits', flash });
  },
});

export default function LimitsRoute() {
  return <LimitsPage {...useLoaderData<typeof loader>()} />;
}
