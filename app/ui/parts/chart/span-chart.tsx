import { partsText } from '~/text/parts.ts';
import { showDay } from '~/ui/format.ts';
import { useLocale, useText } from '~/ui/text.ts';
import { ChartFrame, type ChartProps, percent } from './chart-frame.tsx';

export type Span = {
  key: string;
  label: string;
  from: string;
  /** The last day; null while it has no end. */
  to: string | null;
  state: 'running' | 'ended' | 'broken';
  stateText: string;
};

type SpanChartProps = ChartProps & {
  spans: readonly Span[];
  /** First and last day of the drawing, and the day it is drawn for. */
  from: string;
  to: string;
  today: string;
};

const fills = { running: 'fill-brand-600', ended: 'fill-line-strong', broken: 'fill-alert' } as const;

/** Periods side by side against the calendar: consents, loans, obligations. */
export function SpanChart({ spans, from, to, today, ...head }: SpanChartProps) {
  const t = useText(partsText);
  const locale = useLocale();
  const start = Date.parse(from);
  const whole = Math.max(1, Date.parse(to) - start);
  const at = (day: string) => Math.min(1, Math.max(0, (Date.parse(day) - start) / whole));
  const show = (day: string | null) => (day ? showDay(day, locale, 'short') : t('parts.chart-open-end'));
  const table = {
    head: [t('parts.chart-item'), t('parts.chart-from'), t('parts.chart-to'), t('parts.chart-state')],
    rows: spans.map((span) => [span.label, show(span.from), show(span.to), span.stateText]),
  };
  return (
    <ChartFrame {...head} table={table}>
      <ul className="flex flex-col gap-2.5">
        {spans.map((span) => (
          <li
            key={span.key}
            className="@lg:grid @lg:grid-cols-[minmax(7rem,14rem)_1fr] @lg:items-center @lg:gap-x-3"
          >
            <span className="flex justify-between gap-3 text-sm">
              {span.label}
              <span className="text-ink-soft">{span.stateText}</span>
            </span>
            <svg aria-hidden className="h-5 w-full">
              <rect y="9" width="100%" height="2" className="fill-line" />
              <rect
                x={percent(at(span.from))}
                width={percent(Math.max(0.004, at(span.to ?? to) - at(span.from)))}
                y="4"
                height="12"
                rx="2"
                className={fills[span.state]}
              />
              <line
                x1={percent(at(today))}
                x2={percent(at(today))}
                y2="20"
                className="stroke-seal-600"
                strokeWidth="1.5"
              />
            </svg>
          </li>
        ))}
      </ul>
      <div className="num mt-1 flex justify-between text-xs text-ink-soft @lg:pl-[calc(min(14rem,33%)+0.75rem)]">
        <span>{showDay(from, locale, 'short')}</span>
        <span>{showDay(to, locale, 'short')}</span>
      </div>
    </ChartFrame>
  );
}
