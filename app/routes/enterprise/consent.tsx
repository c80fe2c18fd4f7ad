import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { ConsentId } from '~/domain/kernel/id.ts';
import { accept } from '~/domain/kernel/result.ts';
import { reachOf } from '~/server/access/policy.ts';
import { changeConsent, consentSteps } from '~/server/consent/change-consent.ts';
import { showConsent } from '~/server/consent/show-consent.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { consentText } from '~/text/consent.ts';
import { ConsentPage } from '~/ui/consent/consent-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(consentText, 'consent.one.title');

const params = z.object({ id: z.uuid() });

export const loader = view({
  can: 'consent.read-own',
  audit: null,
  params,
  load: async ({ actor, params: { id } }) => {
    const shown = await showConsent(actor, id as ConsentId);
    return shown.ok
      ? accept({ ...shown.value, mayChange: reachOf(actor, 'consent.withdraw') !== null })
      : shown;
  },
});

export const action = command({
  can: 'consent.withdraw',
  audit: null,
  params,
  schema: z.object({ intent: z.enum(consentSteps) }),
  run: async ({ actor, params: { id }, input }) => {
    const changed = await changeConsent(actor, id as ConsentId, input.intent);
    if (!changed.ok) return changed;
    return accept({
      to: `/my/consents/${id}`,
      flash: { tone: 'success', message: `consent.${changed.value}` },
    });
  },
});

export default function OneConsentPage() {
  return <ConsentPage {...useLoaderData<typeof loader>()} />;
}
