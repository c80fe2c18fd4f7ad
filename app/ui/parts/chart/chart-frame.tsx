import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { byReact } from '../by-react.ts';
import { cx } from '../class-names.ts';

/** What every chart takes: its name, and in one sentence what it shows. */
export type ChartProps = {
  title: string;
  description: string;
  /** Keeps the title for screen readers, where the card around it already says it. */
  titleHidden?: boolean | undefined;
};

export type ChartTable = { head: readonly string[]; rows: readonly (readonly ReactNode[])[] };

type ChartFrameProps = ChartProps & { table: ChartTable; children: ReactNode };

/** A drawing with its name, its sense in a sentence, and the figures behind it for whoever cannot or will not see it. */
export const ChartFrame = byReact(function ChartFrame({
  title,
  description,
  titleHidden,
  table,
  children,
}: ChartFrameProps) {
  const t = useText(partsText);
  const id = useId();
  return (
    <figure aria-labelledby={`${id}-title`} aria-describedby={`${id}-what`} className="@container min-w-0">
      <figcaption className="mb-3">
        <p id={`${id}-title`} className={titleHidden ? 'sr-only' : 'font-semibold'}>
          {title}
        </p>
        <p id={`${id}-what`} className="measure text-sm text-ink-soft">
          {description}
        </p>
      </figcaption>
      <div aria-hidden>{children}</div>
      <details className="no-print mt-3 text-sm">
        <summary className="inline-flex min-h-6 list-none items-center gap-1 text-brand-600 underline decoration-brand-300 underline-offset-4">
          <ChevronRight aria-hidden className="turn-open size-4" />
          {t('parts.chart-data')}
          <span className="sr-only">{title}</span>
        </summary>
        <FigureTable title={title} table={table} />
      </details>
    </figure>
  );
});

function FigureTable({ title, table }: { title: string; table: ChartTable }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a phone, it is scrolled by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls, this groups cells
    <div role="group" aria-label={title} tabIndex={0} className="overflow-x-auto">
      <table className="mt-2 w-full max-w-2xl border-collapse text-left">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            {table.head.map((head, index) => (
              <th
                key={head}
                scope="col"
                className={cx(
                  'border-b border-line-strong py-1.5 pr-3 font-semibold',
                  index > 0 && 'text-right',
                )}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells, row) => (
            <tr key={row} className="border-b border-line">
              <th scope="row" className="py-1 pr-3 font-normal">
                {cells[0]}
              </th>
              {cells.slice(1).map((cell, column) => (
                <td key={column} className="num py-1 pr-3 text-right">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A share of the width as an SVG length: bars grow with the page and are never squeezed by a view box. */
export const percent = (share: number): string =>
  `${Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100}%`;

type Ticked = {
  readonly scale: { ticks: (count: number) => number[] };
  readonly values: readonly number[];
  readonly tick: (value: number) => string;
};

/**
 * Where the lines of a scale stand, each with its text. Figures that are whole (counts, fen, ppm) get whole lines only: a
 * chart whose every value is 0 would otherwise be drawn with lines at fifths of one. No text stands twice.
 */
export function ticksOf({ scale, values, tick }: Ticked): { value: number; text: string }[] {
  const areWhole = values.every(Number.isInteger);
  const ticks = scale.ticks(4).filter((value) => !areWhole || Number.isInteger(value));
  return ticks
    .map((value) => ({ value, text: tick(value) }))
    .filter(({ text }, at, all) => text === '' || all[at - 1]?.text !== text);
}

/** Fill of each series of a chart, in order, and the ink that is readable on it. */
export const seriesInk = [
  { fill: 'fill-series-1', text: 'fill-white' },
  { fill: 'fill-series-2', text: 'fill-ink' },
  { fill: 'fill-series-3', text: 'fill-white' },
  { fill: 'fill-series-4', text: 'fill-ink' },
  { fill: 'fill-series-5', text: 'fill-ink' },
] as const;

/** A line of the scale with its value written on it, so that no margin has to be kept for long values. */
export function GridLine({ y, text, base }: { y: number; text: string; base?: boolean | undefined }) {
  return (
    <g>
      <line x1="0" x2="100%" y1={y} y2={y} className={base ? 'stroke-edge' : 'stroke-line'} />
      <text x="0" y={y - 4} paintOrder="stroke" strokeWidth="3" className="fill-ink-soft stroke-sheet">
        {text}
      </text>
    </g>
  );
}
