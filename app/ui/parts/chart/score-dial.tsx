import { arc } from 'd3-shape';
import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { cx } from '../class-names.ts';
import { ChartFrame, type ChartProps } from './chart-frame.tsx';

/** One grade of the arch: from its lower bound up to the next. */
export type DialBand = { grade: string; from: number; to: number };

type ScoreDialProps = ChartProps & {
  /** Points, or null where the information does not suffice for a score. */
  score: number | null;
  grade: string | null;
  max: number;
  bands: readonly DialBand[];
};

const outer = 130;
const centre = { x: 160, y: 150 };
const stone = arc<{ startAngle: number; endAngle: number }>()
  .innerRadius(102)
  .outerRadius(outer)
  .padAngle(0.018)
  .cornerRadius(2);

/** The point on the arch at an angle, measured from the crown. */
const onArch = (angle: number, radius: number) => ({
  x: centre.x + Math.sin(angle) * radius,
  y: centre.y - Math.cos(angle) * radius,
});

/**
 * Where a score stands on the arch, as an angle from the crown. Every grade is one stone of equal width, so that the
 * narrow upper grades stay legible; within its stone the score moves evenly.
 */
function angleOf(score: number, bands: readonly DialBand[]): number {
  const index = bands.findIndex((band) => score < band.to);
  const band = bands[index];
  if (!band) return Math.PI / 2;
  const within = Math.max(0, score - band.from) / (band.to - band.from);
  return ((index + within) / bands.length - 0.5) * Math.PI;
}

/** Reached stones are laid, that of the grade stands out, the rest are only drawn. */
function stoneLook(score: number | null, band: DialBand, grade: string | null): string {
  if (score === null) return 'stroke-line-strong fill-none';
  if (grade === band.grade) return 'fill-brand-700 stroke-brand-700';
  return cx('stroke-line-strong', score >= band.to ? 'fill-brand-300' : 'fill-well');
}

/** The score on an arch built of its grades: the reached stones are laid, the rest are only drawn. */
export function ScoreDial({ score, grade, max, bands, ...head }: ScoreDialProps) {
  const t = useText(partsText);
  const edge = (index: number) => (index / bands.length - 0.5) * Math.PI;
  const table = {
    head: [t('parts.chart-grade'), t('parts.chart-from'), t('parts.chart-to')],
    rows: bands.map((band) => [band.grade, String(band.from), String(band.to)]),
  };
  return (
    <ChartFrame {...head} table={table}>
      <svg aria-hidden viewBox="0 0 320 172" className="num mx-auto block w-full max-w-96">
        <g transform={`translate(${centre.x} ${centre.y})`}>
          {bands.map((band, index) => (
            <path
              key={band.grade}
              d={stone({ startAngle: edge(index), endAngle: edge(index + 1) }) ?? ''}
              strokeWidth="1"
              strokeDasharray={score === null ? '3 3' : undefined}
              className={stoneLook(score, band, grade)}
            />
          ))}
        </g>
        {bands.map((band, index) => {
          const at = onArch(edge(index + 0.5), 116);
          const own = score !== null && grade === band.grade;
          return (
            <text
              key={band.grade}
              x={at.x}
              y={at.y + 5}
              textAnchor="middle"
              className={cx('text-[0.8125rem] font-semibold', own ? 'fill-white' : 'fill-ink')}
            >
              {band.grade}
            </text>
          );
        })}
        <path d="M8 158H312" className="stroke-line-strong" strokeWidth="1.5" />
        {score === null ? null : <Pointer angle={angleOf(score, bands)} />}
        {score === null ? <Unscored words={t('parts.grade-none')} /> : null}
        {score === null ? null : (
          <g textAnchor="middle">
            <text x={centre.x} y="108" className="fill-ink text-[2.75rem] font-semibold">
              {Math.round(score)}
            </text>
            <text x={centre.x} y="138" className="fill-ink-soft text-sm">
              {t('parts.chart-of', String(max))}
            </text>
          </g>
        )}
      </svg>
    </ChartFrame>
  );
}

/** "Information insufficient" under the arch, a line for each word where the language has spaces. */
function Unscored({ words }: { words: string }) {
  const lines = words.split(' ');
  return (
    <g textAnchor="middle" className="fill-ink text-xl font-semibold">
      {lines.map((line, index) => (
        <text key={line} x={centre.x} y={116 - (lines.length - 1) * 13 + index * 27}>
          {line}
        </text>
      ))}
    </g>
  );
}

/** The seal's mark where the score stands on the arch. */
function Pointer({ angle }: { angle: number }) {
  const tip = onArch(angle, outer + 3);
  const left = onArch(angle - 0.055, outer + 16);
  const right = onArch(angle + 0.055, outer + 16);
  return (
    <path
      d={`M${tip.x.toFixed(1)} ${tip.y.toFixed(1)}L${left.x.toFixed(1)} ${left.y.toFixed(1)}L${right.x.toFixed(1)} ${right.y.toFixed(1)}Z`}
      className="fill-seal-600"
    />
  );
}
