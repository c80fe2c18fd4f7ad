import { scaleLinear } from 'd3-scale';
import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { cx } from '../class-names.ts';
import type { Bar } from './bar-list.tsx';
import { ChartFrame, type ChartProps, GridLine, percent, ticksOf } from './chart-frame.tsx';

type BarChartProps = ChartProps & {
  /** Short labels, such as months or grades; for long ones take BarList. */
  bars: readonly Bar[];
  /** Writes a value of the axis. */
  tick?: ((value: number) => string) | undefined;
};

const plot = { top: 18, height: 150, left: 0.1 };

/** Upright bars over a short, ordered scale. */
export function BarChart({ bars, tick = String, ...head }: BarChartProps) {
  const t = useText(partsText);
  const scale = scaleLinear([0, Math.max(1, ...bars.map((bar) => bar.value))], [0, plot.height]).nice(4);
  const table = {
    head: [t('parts.chart-item'), t('parts.chart-value')],
    rows: bars.map((bar) => [bar.label, bar.text]),
  };
  const slot = (1 - plot.left) / Math.max(1, bars.length);
  const every = Math.ceil(bars.length / 6);
  return (
    <ChartFrame {...head} table={table}>
      <svg aria-hidden className="num h-50 w-full text-xs" overflow="visible">
        {ticksOf({ scale, values: bars.map((bar) => bar.value), tick }).map(({ value, text }) => (
          <GridLine
            key={value}
            y={plot.top + plot.height - scale(value)}
            text={value === 0 ? '' : text}
            base={value === 0}
          />
        ))}
        {bars.map((bar, index) => (
          <UprightBar
            key={bar.label}
            bar={bar}
            at={plot.left + slot * index}
            slot={slot}
            height={scale(bar.value)}
            labelled={index % every === 0}
          />
        ))}
      </svg>
    </ChartFrame>
  );
}

type UprightBarProps = { bar: Bar; at: number; slot: number; height: number; labelled: boolean };

/** One bar. Where bars are many, a phone names only every few of them and leaves out the values. */
function UprightBar({ bar, at, slot, height, labelled }: UprightBarProps) {
  const middle = percent(at + slot / 2);
  const base = plot.top + plot.height;
  return (
    <g>
      <rect
        x={percent(at + slot * 0.18)}
        width={percent(slot * 0.64)}
        y={base - height}
        height={height}
        className={bar.marked ? 'fill-brand-800' : 'fill-brand-500'}
      />
      <text
        x={middle}
        y={base - height - 5}
        textAnchor="middle"
        className={cx('fill-ink', slot < 0.15 && '@max-xl:hidden', slot < 0.07 && 'hidden')}
      >
        {bar.text}
      </text>
      <text
        x={middle}
        y={base + 17}
        textAnchor="middle"
        className={cx('fill-ink-soft', !labelled && '@max-xl:hidden')}
      >
        {bar.label}
      </text>
    </g>
  );
}
