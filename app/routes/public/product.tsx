import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { ProductId } from '~/domain/kernel/id.ts';
import { revalidated } from '~/server/http/revalidated.ts';
import { view } from '~/server/http/view.ts';
import { CalculatorSearch, showProduct } from '~/server/product/show-product.ts';
import { productText } from '~/text/product.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { ProductPage } from '~/ui/product/product-page.tsx';

export const meta = pageTitle(productText, 'product.terms');

export const loader = revalidated(
  view({
    can: 'public',
    audit: null,
    params: z.object({ id: z.uuid() }),
    query: CalculatorSearch,
    load: ({ actor, params, query }) => showProduct(actor, params.id as ProductId, query),
  }),
);

export default function ProductRoute() {
  return <ProductPage {...useLoaderData<typeof loader>()} />;
}
