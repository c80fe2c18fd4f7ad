import type { ReactNode } from 'react';
import { cx } from './class-names.ts';

export type Definition = { term: ReactNode; value: ReactNode; note?: ReactNode };

type DefinitionListProps = {
  items: readonly Definition[];
  /** `rows` reads like a form; `grid` packs short facts side by side. */
  layout?: 'rows' | 'grid' | undefined;
};

/** Facts about one thing. */
export function DefinitionList({ items, layout = 'rows' }: DefinitionListProps) {
  return (
    <dl
      className={
        layout === 'grid'
          ? 'grid grid-cols-[repeat(auto-fill,minmax(min(100%,12rem),1fr))] gap-x-6 gap-y-4'
          : ''
      }
    >
      {items.map((item, index) => (
        <div
          key={index}
          className={cx(
            'min-w-0',
            layout === 'rows' &&
              'grid gap-x-6 gap-y-0.5 border-b border-line py-(--cell-y) first:pt-0 last:border-b-0 last:pb-0 sm:grid-cols-[minmax(8rem,1fr)_2fr]',
          )}
        >
          <dt className="text-sm text-ink-soft sm:text-[0.9375rem]">{item.term}</dt>
          <dd className="min-w-0">
            {item.value}
            {item.note ? <span className="block text-sm text-ink-soft">{item.note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
