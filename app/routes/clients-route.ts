import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { apiScopes } from '~/domain/institution/api-scope.ts';
import { accept } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { command, commands } from '~/server/http/command.ts';
import { dayField } from '~/server/http/fields.ts';
import { shownOnce } from '~/server/http/shown-once.ts';
import { createClient } from '~/server/institution/create-client.ts';
import { listClients } from '~/server/institution/list-clients.ts';
import { revokeClient } from '~/server/institution/revoke-client.ts';

/** What the page of an institution's machines shows, with a secret that was just made, once. */
export const loadClients = async ({
  actor,
  request,
}: { readonly actor: Actor } & Pick<LoaderFunctionArgs, 'request'>) => ({
  ...(await listClients(actor)),
  fresh: await shownOnce.secret(request),
  origin: new URL(request.url).origin,
});

export const headersAt = (here: string) => (page: { fresh: unknown }) =>
  page.fresh ? { 'set-cookie': shownOnce.forget(here) } : {};

const scopes = z.preprocess(
  (typed) => (typed === undefined || typed === '' ? [] : Array.isArray(typed) ? typed : [typed]),
  z.array(z.enum(apiScopes)).min(1),
);

/** A client is made and revoked alike in the rooms of departments and of recipients. */
export const clientCommands = (here: string) =>
  commands({
    create: command({
      can: 'institution.manage-clients',
      audit: null,
      schema: z.object({
        name: z.string('form.required').trim().min(2, 'form.required').max(60),
        scopes,
        expiresOn: dayField,
        publicKey: z.string().max(2000).optional(),
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
