import { useLoaderData } from '@remix-run/react';
import { contactCommand } from '~/routes/contact-command.ts';
import { pageQuery } from '~/routes/subsidy-query.ts';
import { commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { listCultivated } from '~/server/loan/show-cultivation.ts';
import { cultivationText } from '~/text/cultivation.ts';
import { CultivatedPage } from '~/ui/loan/cultivated-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(cultivationText, 'cultivation.bank-title');

export const loader = view({
  can: 'loan.cultivate',
  audit: 'loan.cultivation-listed',
  query: pageQuery,
  load: ({ actor, query }) => listCultivated(actor, query.page),
});

export const action = commands({ contact: contactCommand('/bank/first-loans') });

export default function CultivatedRoute() {
  return <CultivatedPage {...useLoaderData<typeof loader>()} />;
}
