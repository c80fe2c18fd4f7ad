import { cx } from '../class-names.ts';
import { ChartFrame, type ChartProps, percent, seriesInk } from './chart-frame.tsx';

export type StackRow = {
  label: string;
  /** One value for each series, in their order. */
  values: readonly number[];
  /** The values as the reader should see them. */
  texts: readonly string[];
};

type Ink = { readonly fill: string; readonly text: string };

type StackedBarProps = ChartProps & {
  /** At most five names; a sixth would not be told apart. */
  series: readonly string[];
  rows: readonly StackRow[];
  /** What a row is: the heading of the first column of the table. */
  rowName: string;
  /** Colours of the series where they have a meaning of their own, such as a severity. */
  inks?: readonly Ink[] | undefined;
  /** Makes bars as long as their sums, where sizes are compared and not shares. */
  sized?: boolean | undefined;
};

const sumOf = ({ values }: StackRow): number => values.reduce((sum, value) => sum + value, 0);

/** How wholes divide, one bar a row; unless they are sized each is as wide as the page, and shares are compared. */
export function StackedBar({ series, rows, rowName, inks = seriesInk, sized, ...head }: StackedBarProps) {
  const largest = Math.max(1, ...rows.map(sumOf));
  const table = { head: [rowName, ...series], rows: rows.map((row) => [row.label, ...row.texts]) };
  return (
    <ChartFrame {...head} table={table}>
      <ul className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {series.map((name, index) => (
          <li key={name} className="flex items-center gap-1.5">
            <svg aria-hidden className="size-3">
              <rect width="12" height="12" rx="2" className={inks[index]?.fill} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <ul className="flex flex-col gap-3">
        {rows.map((row) => (
          <li
            key={row.label}
            className="@lg:grid @lg:grid-cols-[minmax(6rem,12rem)_1fr] @lg:items-center @lg:gap-x-3"
          >
            <span className="text-sm">{row.label}</span>
            <Stack row={row} whole={sized ? largest : Math.max(1, sumOf(row))} inks={inks} />
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}

/** Parts side by side with a gap of paper between; a part too narrow for its figure goes without. */
function Stack({ row, whole, inks }: { row: StackRow; whole: number; inks: readonly Ink[] }) {
  let from = 0;
  return (
    <svg aria-hidden className="num h-7 w-full text-xs">
      {row.values.map((value, index) => {
        const share = value / whole;
        const start = from;
        from += share;
        if (value === 0) return null;
        return (
          <g key={index}>
            <rect
              x={percent(start)}
              width={percent(share)}
              height="100%"
              className={cx(inks[index]?.fill, 'stroke-sheet')}
              strokeWidth="2"
            />
            {share >= (row.texts[index]?.length === 1 ? 0.05 : 0.14) ? (
              <text
                x={percent(start + share / 2)}
                y="18"
                textAnchor="middle"
                className={cx('font-medium', inks[index]?.text)}
              >
                {row.texts[index]}
              </text>
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}
