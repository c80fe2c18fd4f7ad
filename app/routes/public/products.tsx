import { useLoaderData } from '@remix-run/react';
import { revalidated } from '~/server/http/revalidated.ts';
import { view } from '~/server/http/view.ts';
import { listProducts } from '~/server/product/list-products.ts';
import { ShelfSearch } from '~/server/product/shelf-query.ts';
import { productText } from '~/text/product.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { ShelfPage } from '~/ui/product/shelf-page.tsx';

export const meta = pageTitle(productText, 'shelf.title');

/** The shelf is read by everybody and asks nothing of a browser but links and forms. */
export const handle = { still: true };

export const loader = revalidated(
  view({
    can: 'public',
    audit: null,
    query: ShelfSearch,
    load: ({ actor, query }) => listProducts(actor, query),
  }),
);

export default function ProductsPage() {
  return <ShelfPage shelf={useLoaderData<typeof loader>()} />;
}
