import type { ReactNode } from 'react';
import { partsText } from '~/text/parts.ts';
import { showPoints } from '~/ui/format.ts';
import { useText } from '~/ui/text.ts';
import { cx } from '../class-names.ts';
import { ChartFrame, type ChartProps, percent } from './chart-frame.tsx';

export type Contribution = {
  key: string;
  label: ReactNode;
  /** Signed milli-points: how far this line moved the score. */
  milliPoints: number;
  /** The observation behind it: "3 patents", "no record". */
  note?: ReactNode;
};

type ContributionChartProps = ChartProps & { lines: readonly Contribution[] };

/** What raised and what lowered a score, to either side of one axis: blue to the right, rust to the left, signs in words. */
export function ContributionChart({ lines, ...head }: ContributionChartProps) {
  const t = useText(partsText);
  const reach = Math.max(1, ...lines.map((line) => Math.abs(line.milliPoints)));
  const table = {
    head: [t('parts.chart-item'), t('parts.chart-points')],
    rows: lines.map((line) => [
      <span key={line.key}>
        {line.label} {line.note ? <span className="text-ink-soft">{line.note}</span> : null}
      </span>,
      showPoints(line.milliPoints, true),
    ]),
  };
  return (
    <ChartFrame {...head} table={table}>
      <ul className="flex flex-col">
        {lines.map((line) => (
          <ContributionLine key={line.key} line={line} reach={reach} />
        ))}
      </ul>
    </ChartFrame>
  );
}

function ContributionLine({ line, reach }: { line: Contribution; reach: number }) {
  const share = Math.abs(line.milliPoints) / reach / 2;
  const raised = line.milliPoints >= 0;
  return (
    <li className="grid grid-cols-[1fr_4.5rem] items-center gap-x-3 border-b border-line py-2 last:border-b-0 @lg:grid-cols-[minmax(9rem,16rem)_1fr_4.5rem]">
      <span className="min-w-0 text-sm leading-snug">
        {line.label}
        {line.note ? <span className="block text-ink-soft">{line.note}</span> : null}
      </span>
      <svg
        aria-hidden
        className="order-last col-span-2 mt-1 h-3.5 w-full @lg:order-none @lg:col-span-1 @lg:mt-0"
      >
        <rect
          x={raised ? '50%' : percent(0.5 - share)}
          width={percent(share)}
          y="1"
          height="12"
          className={raised ? 'fill-brand-600' : 'fill-alert'}
        />
        <line x1="50%" x2="50%" y1="0" y2="14" className="stroke-edge" />
      </svg>
      <span
        className={cx(
          'num text-right font-semibold',
          line.milliPoints === 0 ? 'text-ink-soft' : raised ? 'text-brand-600' : 'text-alert',
        )}
      >
        {showPoints(line.milliPoints, true)}
      </span>
    </li>
  );
}
