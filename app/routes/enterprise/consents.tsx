import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { ConsentId } from '~/domain/kernel/id.ts';
import { accept } from '~/domain/kernel/result.ts';
import { reachOf } from '~/server/access/policy.ts';
import { listConsents } from '~/server/consent/list-consents.ts';
import { withdrawConsent } from '~/server/consent/withdraw-consent.ts';
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
  schema: z.object({ consent: z.uuid() }),
  run: async ({ actor, input }) => {
    const withdrawn = await withdrawConsent(actor, input.consent as ConsentId);
    if (!withdrawn.ok) return withdrawn;
    return accept({ to: '/my/consents', flash: { tone: 'success', message: 'consent.withdrawn' } });
  },
});

export default function ConsentsPage() {
  const data = useLoaderData<typeof loader>();
  return <ConsentList {...data} reply={replyTo(useActionData())} />;
}
