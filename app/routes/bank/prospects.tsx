import { useLoaderData } from '@remix-run/react';
import { contactCommand } from '~/routes/contact-command.ts';
import { commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { listProspects, ProspectSearch } from '~/server/loan/list-prospects.ts';
import { cultivationText } from '~/text/cultivation.ts';
import { ProspectsPage } from '~/ui/loan/prospects-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(cultivationText, 'prospect.bank-title');

export const loader = view({
  can: 'loan.cultivate',
  audit: 'loan.prospects-listed',
  query: ProspectSearch,
  load: ({ actor, query }) => listProspects(actor, query),
});

export const action = commands({ contact: contactCommand('/bank/prospects') });

export default function ProspectsRoute() {
  return <ProspectsPage {...useLoaderData<typeof loader>()} />;
}
