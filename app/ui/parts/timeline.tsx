import type { ReactNode } from 'react';
import { cx, type Tone } from './class-names.ts';

export type TimelineItem = {
  key: string;
  at: ReactNode;
  title: ReactNode;
  by?: ReactNode;
  tone?: Tone | undefined;
  children?: ReactNode;
};

const dots = {
  mute: 'border-line-strong',
  info: 'border-info',
  good: 'border-good',
  warn: 'border-warn',
  alert: 'border-alert',
  bad: 'border-bad',
} as const satisfies Record<Tone, string>;

/** What happened, in order, by whom. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="flex flex-col">
      {items.map((item, index) => (
        <li key={item.key} className="relative pb-5 pl-7 last:pb-0">
          {index < items.length - 1 ? (
            <span aria-hidden className="absolute top-4 bottom-0 left-1.75 w-px bg-line-strong" />
          ) : null}
          <span
            aria-hidden
            className={cx(
              'absolute top-1.5 left-0.5 size-3 rounded-full border-3 bg-sheet',
              dots[item.tone ?? 'mute'],
            )}
          />
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
            <p className="font-medium">{item.title}</p>
            <p className="num text-sm text-ink-soft">
              {item.at}
              {item.by ? <> · {item.by}</> : null}
            </p>
          </div>
          {item.children ? <div className="measure mt-1 text-ink-soft">{item.children}</div> : null}
        </li>
      ))}
    </ol>
  );
}
