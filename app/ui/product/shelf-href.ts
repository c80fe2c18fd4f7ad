import type { ShelfQuery } from '~/ui/product/shelf-row.ts';

/** The address of the shelf with these filters; what is not filtered is left out, so that addresses stay short. */
export function shelfHref(query: ShelfQuery, change: Partial<ShelfQuery> = {}): string {
  const { sort, page, ...rest } = { ...query, page: 1, ...change };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) if (value) search.set(name, value);
  if (sort !== 'best') search.set('sort', sort);
  if (page > 1) search.set('page', String(page));
  return search.size > 0 ? `/products?${search}` : '/products';
}
