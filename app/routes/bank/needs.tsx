import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { listPosted, postedFilters } from '~/server/application/list-posted.ts';
import { view } from '~/server/http/view.ts';
import { postingText } from '~/text/need-posting.ts';
import { PostedListPage } from '~/ui/application/posted-list.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(postingText, 'posted.title');

export const loader = view({
  can: 'need.read-posted',
  audit: null,
  query: z.object({
    show: z.enum(postedFilters).catch('fitting'),
    page: z.coerce.number().int().min(1).max(1000).catch(1),
  }),
  load: ({ actor, query }) => listPosted(actor, query.show, query.page),
});

export default function BankNeedsRoute() {
  return <PostedListPage {...useLoaderData<typeof loader>()} />;
}
