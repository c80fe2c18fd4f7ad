import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { reachOf } from '~/server/access/policy.ts';
import { amountIn } from '~/server/application/form-fields.ts';
import {
  delegateAuthority,
  setAuthority,
  showAuthority,
  takeBackAuthority,
} from '~/server/application/manage-authority.ts';
import { command, commands } from '~/server/http/command.ts';
import { dayField } from '~/server/http/fields.ts';
import { view } from '~/server/http/view.ts';
import { authorityText } from '~/text/authority.ts';
import { AuthorityPage } from '~/ui/application/authority-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(authorityText, 'authority.title');

export const loader = view({
  can: 'application.read-authority',
  audit: null,
  load: async ({ actor }) => ({
    ...(await showAuthority(actor)),
    sets: reachOf(actor, 'application.set-authority') !== null,
    lends: reachOf(actor, 'application.lend-authority') !== null,
  }),
});

const done = (message: string) =>
  accept({ to: '/bank/authority', flash: { tone: 'success', message } as const });

export const action = commands({
  set: command({
    can: 'application.set-authority',
    audit: null,
    schema: z.object({
      user: z.uuid('form.required'),
      most: amountIn('wan')
        .optional()
        .transform((most) => most ?? null),
    }),
    run: async ({ actor, input }) => {
      const set = await setAuthority(actor, input);
      return set.ok ? done('application.authority-set') : set;
    },
  }),
  lend: command({
    can: 'application.lend-authority',
    audit: null,
    schema: z.object({ to: z.uuid('form.required'), firstDay: dayField, lastDay: dayField }),
    run: async ({ actor, input }) => {
      const lent = await delegateAuthority(actor, input);
      return lent.ok ? done('application.authority-lent') : lent;
    },
  }),
  'take-back': command({
    can: 'application.lend-authority',
    audit: null,
    schema: z.object({ id: z.uuid() }),
    run: async ({ actor, input: { id } }) => {
      const back = await takeBackAuthority(actor, id);
      return back.ok ? done('application.authority-taken-back') : back;
    },
  }),
});

export default function AuthorityRoute() {
  return <AuthorityPage {...useLoaderData<typeof loader>()} />;
}
