import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { listNotifications } from '~/server/overview/list-notifications.ts';
import { markAllRead } from '~/server/overview/mark-all-read.ts';
import { openNotification } from '~/server/overview/open-notification.ts';
import { overviewText } from '~/text/overview.ts';
import { Inbox } from '~/ui/overview/inbox.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(overviewText, 'inbox.title');

const can = 'notification.read';

export const loader = view({
  can,
  audit: null,
  query: z.object({ before: z.uuid().optional(), show: z.literal('unread').optional().catch(undefined) }),
  load: async ({ actor, query }) => ({
    ...(await listNotifications(actor, { before: query.before, unread: query.show === 'unread' })),
    paged: Boolean(query.before),
    unread: query.show === 'unread',
  }),
});

export const action = commands({
  open: command({
    can,
    audit: null,
    schema: z.object({ id: z.uuid() }),
    run: async ({ actor, input }) => {
      const opened = await openNotification(actor, input.id);
      return opened.ok ? accept({ to: opened.value }) : opened;
    },
  }),
  'mark-all': command({
    can,
    audit: null,
    schema: z.object({}),
    run: async ({ actor }) => {
      await markAllRead(actor);
      return accept({ to: '/inbox' });
    },
  }),
});

export default function InboxPage() {
  return <Inbox {...useLoaderData<typeof loader>()} />;
}
