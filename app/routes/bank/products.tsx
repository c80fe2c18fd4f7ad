import { useLoaderData } from '@remix-run/react';
import { view } from '~/server/http/view.ts';
import { listOwnProducts } from '~/server/overview/list-own-products.ts';
import { overviewText } from '~/text/overview.ts';
import { OwnProducts } from '~/ui/overview/own-products.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(overviewText, 'own-products.title');

export const loader = view({
  can: 'product.read-own',
  audit: null,
  load: async ({ actor }) => ({ products: await listOwnProducts(actor) }),
});

export default function OwnProductsPage() {
  return <OwnProducts {...useLoaderData<typeof loader>()} />;
}
