import { useLoaderData } from '@remix-run/react';
import { view } from '~/server/http/view.ts';
import { listNeeds } from '~/server/need/list-needs.ts';
import { needText } from '~/text/need.ts';
import { NeedListPage } from '~/ui/need/need-list.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(needText, 'need.list.title');

export const loader = view({ can: 'match.read-own', audit: null, load: ({ actor }) => listNeeds(actor) });

export default function NeedsPage() {
  return <NeedListPage {...useLoaderData<typeof loader>()} />;
}
