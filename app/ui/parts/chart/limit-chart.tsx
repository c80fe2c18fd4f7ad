import type { ReactNode } from 'react';
import { ChartFrame, type ChartProps, percent } from './chart-frame.tsx';

export type LimitRow = {
  readonly label: string;
  /** What was seen and what was expected, with the limits of that; null where it is not known. */
  readonly seen: number | null;
  readonly said: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** The figures in words, and how they stand. */
  readonly text: string;
  readonly mark: ReactNode;
  /** The cells of the table behind, after the label. */
  readonly cells: readonly ReactNode[];
};

type LimitChartProps = ChartProps & { readonly head: readonly string[]; readonly rows: readonly LimitRow[] };

/** Figures seen against figures expected, one line each: the limits as a stretch, the expected a stroke, the seen a dot. */
export function LimitChart({ rows, head, ...frame }: LimitChartProps) {
  const all = rows.flatMap(({ seen, said, high }) => [seen ?? 0, said ?? 0, high ?? 0]);
  const top = Math.max(1, ...all) * 1.05;
  const table = { head, rows: rows.map(({ label, cells }) => [label, ...cells]) };
  return (
    <ChartFrame {...frame} table={table}>
      <ul className="flex flex-col gap-x-3 gap-y-2.5 @lg:grid @lg:grid-cols-[auto_1fr_auto_auto]">
        {rows.map((row) => (
          <li
            key={row.label}
            className="grid grid-cols-[1fr_auto] items-center gap-x-3 @lg:col-span-full @lg:grid-cols-subgrid"
          >
            <span className="num text-sm">{row.label}</span>
            <LimitLine row={row} top={top} />
            <span className="text-right text-sm">{row.mark}</span>
            <span className="num order-2 col-span-2 text-sm text-ink-soft @lg:order-none @lg:col-span-1">
              {row.text}
            </span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}

function LimitLine({ row: { seen, said, low, high }, top }: { row: LimitRow; top: number }) {
  return (
    <svg aria-hidden className="order-1 col-span-2 h-5 w-full @lg:order-none @lg:col-span-1">
      <rect y="4" width="100%" height="12" rx="2" className="fill-well" />
      {low === null || high === null ? null : (
        <rect
          x={percent(low / top)}
          y="4"
          width={percent(Math.max(0.004, (high - low) / top))}
          height="12"
          className="fill-brand-200"
        />
      )}
      {said === null ? null : (
        <line
          x1={percent(said / top)}
          x2={percent(said / top)}
          y1="2"
          y2="18"
          className="stroke-brand-800"
          strokeWidth="2"
        />
      )}
      {seen === null ? null : (
        <circle
          cx={percent(seen / top)}
          cy="10"
          r="5"
          className="fill-seal-600 stroke-sheet"
          strokeWidth="2"
        />
      )}
    </svg>
  );
}
