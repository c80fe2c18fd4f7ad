import { Link } from '@remix-run/react';
import type { Zone } from '~/domain/product/vocabulary.ts';
import { productText } from '~/text/product.ts';
import { zoneWords } from '~/text/product-words.ts';
import { cx } from '~/ui/parts/class-names.ts';
import { shelfHref } from '~/ui/product/shelf-href.ts';
import type { FacetCount, ShelfQuery } from '~/ui/product/shelf-row.ts';
import { useLocale, useText } from '~/ui/text.ts';

const chip =
  'inline-flex min-h-10 items-center gap-1.5 rounded-control border px-3 text-sm transition-colors hover:border-brand-700';

/** The zones of the shelf as links; each keeps the other filters. */
export function ZoneLinks({ query, counts }: { query: ShelfQuery; counts: readonly FacetCount<Zone>[] }) {
  const t = useText(productText);
  const locale = useLocale();
  const entries: { zone: Zone | undefined; label: string; count: number | null }[] = [
    { zone: undefined, label: t('shelf.zone.all'), count: null },
    ...counts.map(({ value, count }) => ({ zone: value, label: zoneWords[value][locale], count })),
  ];
  return (
    <nav aria-label={t('shelf.zones')}>
      <ul className="flex flex-wrap gap-2">
        {entries.map(({ zone, label, count }) => (
          <li key={label}>
            <Link
              to={shelfHref(query, { zone })}
              aria-current={query.zone === zone ? 'page' : undefined}
              className={cx(
                chip,
                query.zone === zone
                  ? 'border-brand-700 bg-brand-50 font-semibold text-brand-800'
                  : 'border-edge bg-sheet text-ink',
              )}
            >
              {label}
              {count === null ? null : <span className="num text-ink-soft">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
