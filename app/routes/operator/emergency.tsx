import { useLoaderData } from '@remix-run/react';
import { accept } from '~/domain/kernel/result.ts';
import { reachOf } from '~/server/access/policy.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { askGlass } from '~/server/privacy/ask-glass.ts';
import { listGlass } from '~/server/privacy/list-glass.ts';
import { glassForm } from '~/server/privacy/register-forms.ts';
import { privacyDeskText } from '~/text/privacy-desk.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { GlassList } from '~/ui/privacy/glass-list.tsx';

export const meta = pageTitle(privacyDeskText, 'glass.title');

export const loader = view({
  can: 'privacy.glass-list',
  audit: 'privacy.glass-listed',
  load: async ({ actor }) => ({
    ...(await listGlass(actor)),
    mayAsk: reachOf(actor, 'privacy.glass-ask') !== null,
  }),
});

export const action = command({
  can: 'privacy.glass-ask',
  audit: null,
  schema: glassForm,
  run: async ({ actor, input }) => {
    const asked = await askGlass(actor, input);
    if (!asked.ok) return asked;
    const flash = { tone: 'success', message: 'privacy.glass-asked' } as const;
    return accept({ to: `/operator/emergency/${asked.value}`, flash });
  },
});

export default function Emergency() {
  return <GlassList {...useLoaderData<typeof loader>()} />;
}
