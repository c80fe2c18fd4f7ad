import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { ConsentId } from '~/domain/kernel/id.ts';
import { accept } from '~/domain/kernel/result.ts';
import { reachOf } from '~/server/access/policy.ts';
import { changeConsent, consentSteps } from '~/server/consent/change-consent.ts';
import { listConsents } from '~/server/consent/list-consents.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { consentText } from '~/text/consent.ts';
import { ConsentList } from '~/ui/consent/consent-list.tsx';
import { replyTo } from '~/ui/form-reply.ts';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(consentText, 'consent.title');

export const loader = view({
  can: 'consent.read-own',
  audit: null,
  load: async ({ actor }) => ({
    ...(await listConsents(actor)),
    mayChange: reachOf(actor, 'consent.withdraw') !== null,
  }),
});

export const action = command({
  can: 'consent.withdraw',
  audit: null,
  schema: z.object({ consent: z.uuid(), intent: z.enum(consentSteps) }),
  run: async ({ actor, input }) => {
    const changed = await changeConsent(actor, input.consent as ConsentId, input.intent);
    if (!changed.ok) return changed;
    return accept({
      to: '/my/consents',
      flash: { tone: 'success', message: `consent.${changed.value}` },
    });
  },
});

export default function ConsentsPage() {
  const data = useLoaderData<typeof loader>();
  return <ConsentList {...data} reply={replyTo(useActionData())} />;
}
