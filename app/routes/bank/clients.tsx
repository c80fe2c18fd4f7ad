import { useLoaderData } from '@remix-run/react';
import { clientsRoute } from '~/routes/clients-route.ts';
import { clientText } from '~/text/api-client.ts';
import { ClientsPage } from '~/ui/institution/clients-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

const route = clientsRoute('/bank/clients');

export const meta = pageTitle(clientText, 'client.bank-title');
export const loader = route.loader;
export const action = route.action;

export default function BankClientsRoute() {
  return <ClientsPage {...useLoaderData<typeof loader>()} of="bank" />;
}
