import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { restrictUse } from '~/server/consent/restrict-use.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { showRights } from '~/server/overview/show-rights.ts';
import { rightsText } from '~/text/rights.ts';
import { RightsPage } from '~/ui/overview/rights-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(rightsText, 'rights.title');

export const loader = view({ can: 'consent.read-own', audit: null, load: ({ actor }) => showRights(actor) });

export const action = command({
  can: 'consent.restrict',
  audit: null,
  schema: z.object({ to: z.enum(['stored', 'used']) }),
  run: async ({ actor, input: { to } }) => {
    const done = await restrictUse(actor, to);
    if (!done.ok) return done;
    const message = to === 'stored' ? 'rights.stored-only' : 'rights.used-again';
    return accept({ to: '/my/rights', flash: { tone: 'success', message } });
  },
});

export default function Rights() {
  return <RightsPage {...useLoaderData<typeof loader>()} />;
}
