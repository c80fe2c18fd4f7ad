import { useLoaderData } from '@remix-run/react';
import { view } from '~/server/http/view.ts';
import { listProviders } from '~/server/record/list-providers.ts';
import { deliveryText } from '~/text/delivery.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { ProviderList } from '~/ui/record/provider-list.tsx';

export const meta = pageTitle(deliveryText, 'delivery.providers.title');

export const loader = view({
  can: 'record.read-deliveries',
  audit: null,
  load: async ({ actor }) => ({ providers: await listProviders(actor) }),
});

export default function ProvidersPage() {
  return <ProviderList {...useLoaderData<typeof loader>()} />;
}
