import { Link } from '@remix-run/react';
import { CountBadge } from './badge.tsx';
import { cx } from './class-names.ts';

export type TabLink = { to: string; label: string; count?: number | undefined; current: boolean };

/** Views of one thing, each with its own address. */
export function TabLinks({ label, items }: { label: string; items: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="no-print -mx-1 overflow-x-auto px-1">
      <ul className="flex min-w-max gap-1 border-b border-line-strong">
        {items.map((item) => (
          <li key={item.to}>
            <Link
              to={item.to}
              aria-current={item.current ? 'page' : undefined}
              preventScrollReset
              className={cx(
                '-mb-px inline-flex min-h-11 items-center gap-2 border-b-3 px-4',
                item.current
                  ? 'border-seal-600 font-semibold text-brand-800'
                  : 'border-transparent text-ink-soft hover:border-line-strong hover:text-ink',
              )}
            >
              {item.label}
              {item.count ? <CountBadge count={item.count} /> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
