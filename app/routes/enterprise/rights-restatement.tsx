import { useLoaderData } from '@remix-run/react';
import { caseParams } from '~/routes/rights-query.ts';
import { view } from '~/server/http/view.ts';
import { showRestatement } from '~/server/restatement/show-restatement.ts';
import { restatementText } from '~/text/restatement.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { RestatementPage } from '~/ui/restatement/restatement-page.tsx';

export const meta = pageTitle(restatementText, 'restatement.title');

export const loader = view({
  can: 'restatement.read-own',
  audit: null,
  params: caseParams,
  load: ({ actor, params }) => showRestatement(actor, params.id),
});

export default function RestatementRoute() {
  return <RestatementPage restatement={useLoaderData<typeof loader>()} />;
}
