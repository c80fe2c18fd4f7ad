import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { cx } from '../class-names.ts';

type SparklineProps = {
  /** In order of time; null where nothing was observed. */
  values: readonly (number | null)[];
  /** The trend in words: it is all that a screen reader gets. */
  label: string;
  className?: string | undefined;
};

/** The shape of a trend beside its figure, as wide as a word. */
export function Sparkline({ values, label, className }: SparklineProps) {
  const seen = values.filter((value): value is number => value !== null);
  const low = Math.min(...seen);
  const high = Math.max(...seen);
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [3, 77]);
  const y = scaleLinear(low === high ? [low - 1, high + 1] : [low, high], [20, 4]);
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => x(index))
    .y((value) => y(value ?? 0))(values);
  const last = values.findLastIndex((value) => value !== null);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="0 0 80 24"
      className={cx('inline-block h-6 w-20 align-middle', className)}
    >
      <path
        d={path ?? ''}
        fill="none"
        strokeWidth="1.75"
        strokeLinejoin="round"
        strokeLinecap="round"
        className="stroke-brand-600"
      />
      {last < 0 ? null : <circle cx={x(last)} cy={y(values[last] ?? 0)} r="2.75" className="fill-seal-600" />}
    </svg>
  );
}
