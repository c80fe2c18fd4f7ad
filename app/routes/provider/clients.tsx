import { useLoaderData } from '@remix-run/react';
import { clientCommands, headersAt, loadClients } from '~/routes/clients-route.ts';
import { view } from '~/server/http/view.ts';
import { clientText } from '~/text/api-client.ts';
import { ClientsPage } from '~/ui/institution/clients-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(clientText, 'client.title');

export const loader = view({
  can: 'institution.manage-clients',
  audit: null,
  headers: headersAt('/provider/clients'),
  load: loadClients,
});

export const action = clientCommands('/provider/clients');

export default function ClientsRoute() {
  return <ClientsPage side="provider" {...useLoaderData<typeof loader>()} />;
}
