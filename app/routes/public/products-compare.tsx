import { useLoaderData } from '@remix-run/react';
import { revalidated } from '~/server/http/revalidated.ts';
import { view } from '~/server/http/view.ts';
import { CompareSearch, compareProducts } from '~/server/product/compare-products.ts';
import { productText } from '~/text/product.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { CompareProductsPage } from '~/ui/product/compare-products-page.tsx';

export const meta = pageTitle(productText, 'compare.title');

export const loader = revalidated(
  view({
    can: 'public',
    audit: null,
    query: CompareSearch,
    load: ({ actor, query }) => compareProducts(actor, query),
  }),
);

export default function CompareProductsRoute() {
  return <CompareProductsPage {...useLoaderData<typeof loader>()} />;
}
