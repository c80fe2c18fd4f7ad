import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { ChartFrame, type ChartProps, GridLine, percent, ticksOf } from './chart-frame.tsx';

export type Curve = {
  readonly label: string;
  /** The value at 0, 1, 2 …: curves may end before others. */
  readonly values: readonly number[];
};

type CurveChartProps = ChartProps & {
  curves: readonly Curve[];
  /** What is counted across. */
  across: string;
  tick: (value: number) => string;
};

const plot = { top: 12, height: 200, left: 0.1, right: 0.98 };

/** Strokes in order; from the sixth on they are dashed, so that no two of ten look the same. */
const strokes = [
  'stroke-series-1',
  'stroke-series-2',
  'stroke-series-3',
  'stroke-series-4',
  'stroke-series-5',
];
const strokeOf = (index: number) => ({
  className: strokes[index % strokes.length],
  strokeDasharray: index < strokes.length ? undefined : '6 4',
});

/** Several figures over the same count, such as months, each as far as it is known. */
export function CurveChart({ curves, across, tick, ...head }: CurveChartProps) {
  const t = useText(partsText);
  const last = Math.max(1, ...curves.map((curve) => curve.values.length - 1));
  const seen = curves.flatMap((curve) => [...curve.values]);
  const top = Math.max(...seen, 1);
  const y = scaleLinear([0, top], [plot.top + plot.height, plot.top]).nice(4);
  const x = (at: number) => plot.left + ((plot.right - plot.left) * at) / last;
  const months = Array.from({ length: last + 1 }, (_, at) => at);
  const table = {
    head: [across, ...curves.map((curve) => curve.label)],
    rows: months.map((at) => [
      String(at),
      ...curves.map(({ values }) => (values[at] === undefined ? t('parts.chart-none') : tick(values[at]))),
    ]),
  };
  return (
    <ChartFrame {...head} table={table}>
      <svg aria-hidden className="num h-64 w-full text-xs" overflow="visible">
        {ticksOf({ scale: y, values: seen, tick }).map(({ value, text }) => (
          <GridLine key={value} y={y(value)} text={text} base={value === 0} />
        ))}
        {months
          .filter((at) => at % Math.max(1, Math.ceil(last / 6)) === 0)
          .map((at) => (
            <text
              key={at}
              x={percent(x(at))}
              y={plot.top + plot.height + 20}
              textAnchor="middle"
              className="fill-ink-soft"
            >
              {at}
            </text>
          ))}
        {curves.map((curve, index) => (
          <Line key={curve.label} curve={curve} index={index} x={x} y={y} />
        ))}
        <text x="98%" y={plot.top + plot.height + 38} textAnchor="end" className="fill-ink-soft">
          {across}
        </text>
      </svg>
      <Legend curves={curves} />
    </ChartFrame>
  );
}

type LineProps = {
  curve: Curve;
  index: number;
  x: (at: number) => number;
  y: ScaleLinear<number, number>;
};

function Line({ curve: { values }, index, x, y }: LineProps) {
  return (
    <g strokeWidth="2.25" strokeLinecap="round" {...strokeOf(index)}>
      {values.map((value, at) => {
        const before = values[at - 1];
        if (before === undefined) return null;
        const ends = { x1: percent(x(at - 1)), y1: y(before), x2: percent(x(at)), y2: y(value) };
        return <line key={at} {...ends} />;
      })}
    </g>
  );
}

function Legend({ curves }: { curves: readonly Curve[] }) {
  return (
    <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {curves.map((curve, index) => (
        <li key={curve.label} className="num inline-flex items-center gap-2">
          <svg aria-hidden className="h-2 w-6">
            <line x2="100%" y1="4" y2="4" strokeWidth="2.25" {...strokeOf(index)} />
          </svg>
          {curve.label}
        </li>
      ))}
    </ul>
  );
}
