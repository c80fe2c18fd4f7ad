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

const scopes = z.preprocess(
  (typed) => (typed === undefined || typed === '' ? [] : Array.isArray(typed) ? typed : [typed]),
  z.array(z.enum(apiScopes)).min(1),
);

type Here = '/provider/clients' | '/bank/clients';

/** The page where an institution makes and ends its machines: one for departments, one for banks. */
export const clientsRoute = (here: Here) => ({ loader: clientsLoader(here), action: clientsAction(here) });

const clientsLoader = (here: Here) =>
  view({
    can: 'institution.manage-clients',
    audit: null,
    headers: (page: { fresh: unknown }) => (page.fresh ? { 'set-cookie': shownOnce.forget(here) } : {}),
    load: async ({ actor, request }) => ({
      ...(await listClients(actor)),
      fresh: await shownOnce.secret(request),
      origin: new URL(request.url).origin,
    }),
  });

const clientsAction = (here: Here) =>
  commands({
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
