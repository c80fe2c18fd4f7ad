import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { reachOf } from '~/server/access/policy.ts';
import { listInbox } from '~/server/application/list-inbox.ts';
import { inboxStates } from '~/server/application/store-inbox.ts';
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
  }),
  load: async ({ actor, query }) => ({
    ...(await listInbox(actor, { ...query, after: query.after ?? null })),
    state: query.state,
    sort: query.sort,
    dir: query.dir,
    paged: query.after !== undefined,
    opens: reachOf(actor, 'application.read-file') !== null,
  }),
});

export default function BankInboxPage() {
  return <InboxPage {...useLoaderData<typeof loader>()} />;
}
