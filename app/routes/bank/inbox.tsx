import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { ApplicationId, UserId } from '~/domain/kernel/id.ts';
import { accept } from '~/domain/kernel/result.ts';
import { reachOf } from '~/server/access/policy.ts';
import { assignApplications, mostAssigned } from '~/server/application/assign-applications.ts';
import { dropInboxView, keepInboxView } from '~/server/application/keep-inbox-view.ts';
import { listInbox } from '~/server/application/list-inbox.ts';
import { inboxStates } from '~/server/application/store-inbox.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { bankText } from '~/text/application-bank.ts';
import { InboxPage } from '~/ui/application/inbox-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(bankText, 'inbox.title');

const cursor = z
  .string()
  .regex(/^\d{1,18}~[0-9a-f-]{36}$/)
  .transform((text) => ({ value: text.split('~')[0] ?? '', id: text.split('~')[1] ?? '' }))
  .optional();

export const loader = view({
  can: 'application.read-inbox',
  audit: null,
  query: z.object({
    state: z.enum(inboxStates).catch('open'),
    sort: z.enum(['due', 'submitted', 'amount']).catch('due'),
    dir: z.enum(['asc', 'desc']).catch('asc'),
    after: cursor,
    firm: z.string().trim().max(60).catch('').default(''),
    maker: z.uuid().nullable().catch(null).default(null),
  }),
  load: async ({ actor, query }) => ({
    ...(await listInbox(actor, { ...query, after: query.after ?? null })),
    state: query.state,
    sort: query.sort,
    dir: query.dir,
    firm: query.firm,
    maker: query.maker,
    paged: query.after !== undefined,
    assigns: reachOf(actor, 'application.assign') !== null,
    opens: reachOf(actor, 'application.read-file') !== null,
  }),
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
      query: z
        .string()
        .max(300)
        .regex(/^[\w=&%+~.-]*$/),
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
