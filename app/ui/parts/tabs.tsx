import { useEffect, useRef } from 'react';
import { CountBadge } from './badge.tsx';
import { cx } from './class-names.ts';
import { innerView } from './inner-links.ts';

export type TabLink = { to: string; label: string; count?: number | undefined; current: boolean };

/** Views of one thing, each with its own address; on a phone the row is scrolled to where the reader is. */
export function TabLinks({ label, items }: { label: string; items: readonly TabLink[] }) {
  const row = useRef<HTMLElement>(null);
  const here = items.find(({ current }) => current)?.to;
  useEffect(() => {
    const tab = row.current?.querySelector<HTMLElement>('[aria-current]');
    if (row.current && tab) row.current.scrollLeft = tab.offsetLeft - row.current.offsetLeft;
  }, [here]);
  return (
    <nav ref={row} aria-label={label} className="no-print -mx-1 overflow-x-auto px-1">
      <ul className="flex min-w-max gap-1 border-b border-line-strong">
        {items.map((item) => (
          <li key={item.to}>
            <a
              {...innerView}
              href={item.to}
              aria-current={item.current ? 'page' : undefined}
              className={cx(
                '-mb-px inline-flex min-h-11 items-center gap-2 border-b-3 px-4',
                item.current
                  ? 'border-seal-600 font-semibold text-brand-800'
                  : 'border-transparent text-ink-soft hover:border-line-strong hover:text-ink',
              )}
            >
              {item.label}
              {item.count ? <CountBadge count={item.count} /> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
