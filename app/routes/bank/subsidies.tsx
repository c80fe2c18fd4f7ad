import { useLoaderData } from '@remix-run/react';
import { pageQuery } from '~/routes/subsidy-query.ts';
import { view } from '~/server/http/view.ts';
import { listSubsidisedLoans } from '~/server/subsidy/list-subsidised-loans.ts';
import { subsidyText } from '~/text/subsidy.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { SubsidisedLoans } from '~/ui/subsidy/subsidised-loans.tsx';

export const meta = pageTitle(subsidyText, 'subsidy.bank.title');

export const loader = view({
  can: 'subsidy.read-portfolio',
  audit: null,
  query: pageQuery,
  load: ({ actor, query }) => listSubsidisedLoans(actor, query.page),
});

export default function SubsidisedLoansPage() {
  return <SubsidisedLoans {...useLoaderData<typeof loader>()} />;
}
