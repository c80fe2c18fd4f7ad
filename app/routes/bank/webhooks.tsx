import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { webhookTypes } from '~/domain/institution/webhook.ts';
import { accept } from '~/domain/kernel/result.ts';
import { command } from '~/server/http/command.ts';
import { shownOnce } from '~/server/http/shown-once.ts';
import { view } from '~/server/http/view.ts';
import { createWebhook } from '~/server/institution/create-webhook.ts';
import { listWebhooks } from '~/server/institution/show-webhooks.ts';
import { webhookText } from '~/text/webhook.ts';
import { WebhooksPage } from '~/ui/institution/webhooks-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

const here = '/bank/webhooks';

export const meta = pageTitle(webhookText, 'hook.title');

export const loader = view({
  can: 'institution.manage-clients',
  audit: null,
  headers: (page: { fresh: unknown }) => (page.fresh ? { 'set-cookie': shownOnce.forget(here) } : {}),
  load: async ({ actor, request }) => ({
    endpoints: await listWebhooks(actor),
    fresh: await shownOnce.secret(request),
  }),
});

const types = z.preprocess(
  (typed) => (typed === undefined || typed === '' ? [] : Array.isArray(typed) ? typed : [typed]),
  z.array(z.enum(webhookTypes)),
);

export const action = command({
  can: 'institution.manage-clients',
  audit: null,
  schema: z.object({ url: z.string('form.required').trim().min(1, 'form.required').max(500), types }),
  run: async ({ actor, input }) => {
    const created = await createWebhook(actor, input);
    if (!created.ok) return created;
    const { id, secret } = created.value;
    return accept({
      to: here,
      headers: { 'set-cookie': await shownOnce.write({ token: secret, name: id }, here) },
    });
  },
});

export default function WebhooksRoute() {
  return <WebhooksPage {...useLoaderData<typeof loader>()} />;
}
