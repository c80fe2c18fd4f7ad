import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { cx } from '../class-names.ts';
import { ChartFrame, type ChartProps, percent } from './chart-frame.tsx';

export type Bar = {
  label: string;
  value: number;
  /** The value as the reader should see it, with its unit. */
  text: string;
  note?: ReactNode;
  /** The bar that the description talks about. */
  marked?: boolean | undefined;
  /** Where its records are. */
  to?: string | undefined;
};

type BarListProps = ChartProps & {
  bars: readonly Bar[];
  /** The full width; the largest value when left out. */
  max?: number | undefined;
};

/** Amounts compared, one line each: long names have room, also on a phone. */
export function BarList({ bars, max, ...head }: BarListProps) {
  const t = useText(partsText);
  const top = max ?? Math.max(1, ...bars.map((bar) => bar.value));
  const table = {
    head: [t('parts.chart-item'), t('parts.chart-value')],
    rows: bars.map((bar) => [
      bar.to ? (
        <Link key="records" to={bar.to} className="text-brand-600 underline underline-offset-4">
          {bar.label}
        </Link>
      ) : (
        bar.label
      ),
      bar.text,
    ]),
  };
  return (
    <ChartFrame {...head} table={table}>
      <ul className="flex flex-col gap-x-3 gap-y-2.5 @lg:grid @lg:grid-cols-[minmax(7rem,15rem)_1fr_auto]">
        {bars.map((bar) => (
          <li
            key={bar.label}
            className="grid grid-cols-[1fr_auto] items-center gap-x-3 @lg:col-span-full @lg:grid-cols-subgrid"
          >
            <span className={cx('text-sm leading-snug', bar.marked && 'font-semibold')}>
              {bar.to ? (
                // The drawing is hidden from who cannot see it; the table behind it has the same link.
                <Link to={bar.to} tabIndex={-1} className="text-brand-600 underline underline-offset-4">
                  {bar.label}
                </Link>
              ) : (
                bar.label
              )}
              {bar.note ? <span className="block font-normal text-ink-soft">{bar.note}</span> : null}
            </span>
            <svg aria-hidden className="order-last col-span-2 h-3 w-full @lg:order-none @lg:col-span-1">
              <rect width="100%" height="100%" rx="2" className="fill-well" />
              <rect
                width={percent(bar.value / top)}
                height="100%"
                rx="2"
                className={bar.marked ? 'fill-brand-800' : 'fill-brand-500'}
              />
            </svg>
            <span className="num text-right text-sm">{bar.text}</span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
