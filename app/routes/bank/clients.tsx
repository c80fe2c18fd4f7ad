import { useLoaderData } from '@remix-run/react';
import { clientCommands, headersAt, loadClients } from '~/routes/clients-route.ts';
import { view } from '~/server/http/view.ts';
import { clientText } from '~/text/api-client.ts';
import { ClientsPage } from '~/ui/institution/clients-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(clientText, 'client.title-recipient');

export const loader = view({
  can: 'institution.manage-clients',
  audit: null,
  headers: headersAt('/bank/clients'),
  load: loadClients,
});

export const action = clientCommands('/bank/clients');

export default function BankClientsRoute() {
  return <ClientsPage side="recipient" {...useLoaderData<typeof loader>()} />;
}
