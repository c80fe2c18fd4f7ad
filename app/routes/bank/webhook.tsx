import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { resendWebhook } from '~/server/institution/resend-webhook.ts';
import { setWebhookStanding } from '~/server/institution/set-webhook-standing.ts';
import { messageStates, showWebhook } from '~/server/institution/show-webhooks.ts';
import { webhookText } from '~/text/webhook.ts';
import { WebhookPage } from '~/ui/institution/webhook-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(webhookText, 'hook.log');

const params = z.object({ id: z.uuid() });

export const loader = view({
  can: 'institution.manage-clients',
  audit: null,
  params,
  query: z.object({
    state: z.enum(messageStates).nullable().catch(null).default(null),
    page: z.coerce.number().int().min(1).max(1_000).catch(1).default(1),
  }),
  load: ({ actor, params: { id }, query }) => showWebhook(actor, id, query.state, query.page),
});

const standing = (step: 'enable' | 'disable' | 'remove') =>
  command({
    can: 'institution.manage-clients',
    audit: null,
    params,
    schema: z.object({}),
    run: async ({ actor, params: { id } }) => {
      const set = await setWebhookStanding(actor, id, step);
      const to = step === 'remove' ? '/bank/webhooks' : `/bank/webhooks/${id}`;
      const flash = { tone: 'success', message: `hook.flash.${step}` } as const;
      return set.ok ? accept({ to, flash }) : set;
    },
  });

export const action = commands({
  enable: standing('enable'),
  disable: standing('disable'),
  remove: standing('remove'),
  resend: command({
    can: 'institution.manage-clients',
    audit: null,
    params,
    schema: z.object({ message: z.uuid() }),
    run: async ({ actor, params: { id }, input }) => {
      const sent = await resendWebhook(actor, id, input.message);
      const flash = { tone: 'success', message: 'hook.flash.resent' } as const;
      return sent.ok ? accept({ to: `/bank/webhooks/${id}`, flash }) : sent;
    },
  }),
});

export default function WebhookRoute() {
  return <WebhookPage {...useLoaderData<typeof loader>()} />;
}
