import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { cx } from '../class-names.ts';
import { ChartFrame, type ChartProps, GridLine, percent, ticksOf } from './chart-frame.tsx';

export type TrendPoint = {
  label: string;
  /** null where nothing was observed or may be shown: the line breaks instead of guessing, `text` says why. */
  value: number | null;
  text?: string | undefined;
};

/** A named stretch of the scale, such as a grade, from its lower bound up to the next. */
export type TrendBand = { from: number; to: number; label: string };

type TrendChartProps = ChartProps & {
  points: readonly TrendPoint[];
  bands?: readonly TrendBand[] | undefined;
  /** Ends of the scale; from the data when left out. */
  domain?: readonly [number, number] | undefined;
  tick?: ((value: number) => string) | undefined;
};

const plot = { top: 12, height: 168, left: 0.12, right: 0.97 };

/** A figure over time. Gaps stay gaps; the last value is written out. */
export function TrendChart({ points, bands = [], domain, tick = String, ...head }: TrendChartProps) {
  const t = useText(partsText);
  const seen = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const ends = domain ?? [Math.min(...seen, 0), Math.max(...seen, 1)];
  const base = scaleLinear(ends, [plot.top + plot.height, plot.top]);
  const y = domain ? base : base.nice(4);
  const x = (index: number) =>
    plot.left + ((plot.right - plot.left) * index) / Math.max(1, points.length - 1);
  const textOf = (point: TrendPoint) =>
    point.text ?? (point.value === null ? t('parts.chart-none') : tick(point.value));
  const table = {
    head: [t('parts.chart-item'), t('parts.chart-value')],
    rows: points.map((point) => [point.label, textOf(point)]),
  };
  if (seen.length === 0)
    return (
      <ChartFrame {...head} table={table}>
        <p className="text-sm text-ink-soft">
          {[...new Set(points.map(textOf))].join(' · ') || t('parts.chart-none')}
        </p>
      </ChartFrame>
    );
  return (
    <ChartFrame {...head} table={table}>
      <svg aria-hidden className="num h-55 w-full text-xs" overflow="visible">
        <Scale y={y} bands={bands} tick={tick} seen={seen} />
        <PointLabels points={points} x={x} />
        <Line points={points} x={x} y={y} />
        <LastValue points={points} x={x} y={y} textOf={textOf} />
      </svg>
    </ChartFrame>
  );
}

type Axis = ScaleLinear<number, number>;
type Place = { points: readonly TrendPoint[]; x: (index: number) => number };

/** Lines of the scale; where bands are given, their lower bounds, each under the name of its band. */
function Scale({
  y,
  bands,
  tick,
  seen,
}: {
  y: Axis;
  bands: readonly TrendBand[];
  tick: (value: number) => string;
  seen: readonly number[];
}) {
  if (bands.length === 0)
    return (
      <>
        {ticksOf({ scale: y, values: seen, tick }).map(({ value, text }) => (
          <GridLine key={value} y={y(value)} text={text} base={value === y.domain()[0]} />
        ))}
      </>
    );
  return (
    <>
      {bands.map((band, index) => (
        <g key={band.label}>
          <rect
            width="100%"
            y={y(band.to)}
            height={Math.max(0, y(band.from) - y(band.to))}
            className={index % 2 === 0 ? 'fill-well' : 'fill-paper'}
          />
          <text x="6" y={(y(band.from) + y(band.to)) / 2 + 4} className="fill-ink-soft">
            <tspan className="font-semibold">{band.label}</tspan>
            <tspan dx="6">{tick(band.from)}</tspan>
          </text>
        </g>
      ))}
      <line x2="100%" y1={plot.top + plot.height} y2={plot.top + plot.height} className="stroke-edge" />
    </>
  );
}

/** The first and the last point are always named; between them as many as the width allows. */
function PointLabels({ points, x }: Place) {
  const last = points.length - 1;
  const wide = Math.max(1, Math.ceil(last / 6));
  return (
    <>
      {points.map((point, index) => {
        const end = index === 0 || index === last;
        if (!end && (index % wide !== 0 || last - index < wide)) return null;
        return (
          <text
            key={point.label}
            x={percent(x(index))}
            y={plot.top + plot.height + 20}
            textAnchor={index === 0 ? 'start' : index === last ? 'end' : 'middle'}
            className={cx('fill-ink-soft', !end && '@max-xl:hidden')}
          >
            {point.label}
          </text>
        );
      })}
    </>
  );
}

function Line({ points, x, y }: Place & { y: Axis }) {
  return (
    <g className="stroke-brand-600" strokeWidth="2.5" strokeLinecap="round">
      {points.map((point, index) => {
        const before = points[index - 1]?.value ?? null;
        const after = points[index + 1]?.value ?? null;
        if (point.value === null) return null;
        if (before !== null) {
          return (
            <line
              key={point.label}
              x1={percent(x(index - 1))}
              y1={y(before)}
              x2={percent(x(index))}
              y2={y(point.value)}
            />
          );
        }
        // A point with no neighbour would leave no trace as a line.
        return after === null ? (
          <circle
            key={point.label}
            cx={percent(x(index))}
            cy={y(point.value)}
            r="2.5"
            className="fill-brand-600"
          />
        ) : null;
      })}
    </g>
  );
}

function LastValue({ points, x, y, textOf }: Place & { y: Axis; textOf: (point: TrendPoint) => string }) {
  const index = points.findLastIndex((point) => point.value !== null);
  const point = points[index];
  if (!point || point.value === null) return null;
  const low = y(point.value) < plot.top + 18;
  return (
    <g>
      <circle
        cx={percent(x(index))}
        cy={y(point.value)}
        r="5"
        className="fill-seal-600 stroke-sheet"
        strokeWidth="2"
      />
      <text
        x={percent(x(index))}
        y={y(point.value) + (low ? 22 : -11)}
        textAnchor={index > 0 ? 'end' : 'start'}
        className="fill-ink stroke-sheet text-sm font-semibold"
        strokeWidth="3"
        paintOrder="stroke"
      >
        {textOf(point)}
      </text>
    </g>
  );
}
