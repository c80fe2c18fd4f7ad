import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { apiScopes } from '~/domain/institution/api-scope.ts';
import { accept } from '~/domain/kernel/result.ts';
import { command, commands } from '~/server/http/command.ts';
import { dayField } from '~/server/http/fields.ts';
import { shownOnce } from '~/server/http/shown-once.ts';
import { view } from '~/server/http/view.ts';
import { createClient } from '~/server/institution/create-client.ts';
import { listClients } from '~/server/institution/list-clients.ts';
import { revokeClient } from '~/server/institution/revoke-client.ts';
import { clientText } from '~/text/api-client.ts';
import { ClientsPage } from '~/ui/institution/clients-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

const here = '/provider/clients';

export const meta = pageTitle(clientText, 'client.title');

export const loader = view({
  can: 'institution.manage-clients',
  audit: null,
  headers: (page: { fresh: unknown }) => (page.fresh ? { 'set-cookie': shownOnce.forget(here) } : {}),
  load: async ({ actor, request }) => ({
    ...(await listClients(actor)),
    fresh: await shownOnce.secret(request),
    origin: new URL(request.url).origin,
  }),
});

const scopes = z.preprocess(
  (typed) => (typed === undefined || typed === '' ? [] : Array.isArray(typed) ? typed : [typed]),
  z.array(z.enum(apiScopes)).min(1),
);

export const action = commands({
  create: command({
    can: 'institution.manage-clients',
    audit: null,
    schema: z.object({
      name: z.string('form.required').trim().min(2, 'form.required').max(60),
      scopes,
      expiresOn: dayField,
    }),
    run: async ({ actor, input }) => {
      const created = await createClient(actor, input);
      if (!created.ok) return created;
      const { id, secret } = created.value;
      return accept({
        to: here,
        headers: { 'set-cookie': await shownOnce.write({ token: secret, name: id }, here) },
      });
    },
  }),
  revoke: command({
    can: 'institution.manage-clients',
    audit: null,
    schema: z.object({ id: z.uuid() }),
    run: async ({ actor, input: { id } }) => {
      const revoked = await revokeClient(actor, id);
      const flash = { tone: 'success', message: 'client.flash.revoked' } as const;
      return revoked.ok ? accept({ to: here, flash }) : revoked;
    },
  }),
});

export default function ClientsRoute() {
  return <ClientsPage {...useLoaderData<typeof loader>()} />;
}
