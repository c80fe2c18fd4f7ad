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
      <ul className="flex flex-col gap-x-3 gap-y-2.5 @lg:grid @lg:grid-cols-[minmax(7rem,16rem)_1fr]">
        {spans.map((span) => (
          <li key={span.key} className="@lg:col-span-full @lg:grid @lg:grid-cols-subgrid @lg:items-center">
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
        <li className="@lg:col-start-2">
          <Calendar from={show(from)} to={show(to)} today={show(today)} at={at(today)} />
        </li>
      </ul>
    </ChartFrame>
  );
}

/** Both ends of the calendar and, where it does not collide with them, today. */
function Calendar({ from, to, today, at }: { from: string; to: string; today: string; at: number }) {
  return (
    <svg aria-hidden className="num h-5 w-full text-xs">
      <text y="13" className="fill-ink-soft">
        {from}
      </text>
      {at > 0.36 && at < 0.64 ? (
        <text x={percent(at)} y="13" textAnchor="middle" className="fill-seal-600 font-semibold">
          {today}
        </text>
      ) : null}
      <text x="100%" y="13" textAnchor="end" className="fill-ink-soft">
        {to}
      </text>
    </svg>
  );
}
