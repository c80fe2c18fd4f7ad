import { useLoaderData } from '@remix-run/react';
import { pageQuery } from '~/routes/subsidy-query.ts';
import { view } from '~/server/http/view.ts';
import { listNotices } from '~/server/restatement/list-notices.ts';
import { restatementText } from '~/text/restatement.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { NoticesPage } from '~/ui/restatement/notice-pages.tsx';

export const meta = pageTitle(restatementText, 'restatement.bank.title');

export const loader = view({
  can: 'restatement.read-notices',
  audit: null,
  query: pageQuery,
  load: ({ actor, query }) => listNotices(actor, query.page),
});

export default function RestatementsRoute() {
  return <NoticesPage {...useLoaderData<typeof loader>()} />;
}
