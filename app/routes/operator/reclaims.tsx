import { useLoaderData } from '@remix-run/react';
import { pageQuery } from '~/routes/subsidy-query.ts';
import { view } from '~/server/http/view.ts';
import { listReclaims } from '~/server/subsidy/list-reclaims.ts';
import { subsidyDeskText } from '~/text/subsidy.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { ReclaimList } from '~/ui/subsidy/reclaim-list.tsx';

export const meta = pageTitle(subsidyDeskText, 'desk.reclaims');

export const loader = view({
  can: 'subsidy.read-desk',
  audit: null,
  query: pageQuery,
  load: ({ actor, query }) => listReclaims(actor, query.page),
});

export default function ReclaimsPage() {
  return <ReclaimList {...useLoaderData<typeof loader>()} />;
}
