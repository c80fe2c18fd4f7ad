import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { ApplicationId, UserId } from '~/domain/kernel/id.ts';
import { accept } from '~/domain/kernel/result.ts';
import { reachOf } from '~/server/access/policy.ts';
import { assignApplications, mostAssigned } from '~/server/application/assign-applications.ts';
import { InboxSearch, inboxQueryOf, wrongFields } from '~/server/application/inbox-search.ts';
import { dropInboxView, keepInboxView } from '~/server/application/keep-inbox-view.ts';
import { inboxShown, listInbox } from '~/server/application/list-inbox.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { bankText } from '~/text/application-bank.ts';
import { InboxPage } from '~/ui/application/inbox-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(bankText, 'inbox.title');

export const loader = view({
  can: 'application.read-inbox',
  audit: null,
  query: InboxSearch,
  load: async ({ actor, locale, query: { after, ...search } }) => {
    const { rows, ...list } = await listInbox(actor, inboxQueryOf({ after, ...search }));
    return {
      ...list,
      ...search,
      rows: rows.map((row) => inboxShown(row, locale)),
      wrong: wrongFields(search),
      paged: after !== undefined,
      assigns: reachOf(actor, 'application.assign') !== null,
      opens: reachOf(actor, 'application.read-file') !== null,
    };
  },
});

const ids = z.preprocess(
  (typed) => (typed === undefined || typed === '' ? [] : Array.isArray(typed) ? typed : [typed]),
  z.array(z.uuid().transform((id) => id as ApplicationId)).max(mostAssigned),
);
const done = (message: string, args: readonly number[] = []) =>
  accept({ to: '/bank', flash: { tone: 'success', message, args } as const });

export const action = commands({
  assign: command({
    can: 'application.assign',
    audit: null,
    schema: z.object({ ids, to: z.uuid('form.required').transform((id) => id as UserId) }),
    run: async ({ actor, input }) => {
      const assigned = await assignApplications(actor, input.ids, input.to);
      return assigned.ok ? done('application.assigned', [assigned.value]) : assigned;
    },
  }),
  'keep-view': command({
    can: 'application.read-inbox',
    audit: null,
    schema: z.object({
      name: z.string('form.required').trim().min(1, 'form.required').max(30),
      query: z.string().max(2_000),
    }),
    run: async ({ actor, input }) => {
      const kept = await keepInboxView(actor, input);
      return kept.ok ? done('application.view-kept') : kept;
    },
  }),
  'drop-view': command({
    can: 'application.read-inbox',
    audit: null,
    schema: z.object({ id: z.uuid() }),
    run: async ({ actor, input }) => {
      const dropped = await dropInboxView(actor, input.id);
      return dropped.ok ? done('application.view-dropped') : dropped;
    },
  }),
});

export default function BankInboxPage() {
  return <InboxPage {...useLoaderData<typeof loader>()} />;
}
