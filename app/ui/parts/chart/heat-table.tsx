import { Link } from '@remix-run/react';
import { cx } from '../class-names.ts';

export type HeatCell = {
  /** 0 (none) to 5 (most): how deep the cell is inked. */
  level: 0 | 1 | 2 | 3 | 4 | 5;
  text: string;
  /** Where its records are. */
  to?: string | undefined;
};

type HeatTableProps = {
  caption: string;
  /** What the rows are. */
  corner: string;
  columns: readonly string[];
  rows: readonly { label: string; cells: readonly HeatCell[] }[];
};

const inks = [
  'bg-sheet text-ink-soft',
  'bg-brand-50 text-ink',
  'bg-brand-100 text-ink',
  'bg-brand-200 text-ink',
  'bg-brand-500 text-white',
  'bg-brand-800 text-white',
] as const;

/** A level from a share of the largest cell: nothing is 0, the largest is 5. */
export const heatLevel = (value: number, largest: number): HeatCell['level'] =>
  value <= 0 || largest <= 0 ? 0 : (Math.min(5, Math.ceil((value / largest) * 5)) as HeatCell['level']);

/** Two dimensions at once. It is a table: the ink only helps the eye, the figures are in the cells. */
export function HeatTable({ caption, corner, columns, rows }: HeatTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a phone, it is scrolled by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls, this groups cells
    <div role="group" aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table className="border-separate border-spacing-0.5 text-sm">
        <caption className="pb-2 text-left font-semibold">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="px-2 py-1 text-left font-semibold text-ink-soft">
              {corner}
            </th>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className="px-2 py-1 text-right font-semibold whitespace-nowrap text-ink-soft"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row" className="max-w-52 min-w-28 px-2 py-1.5 text-left font-normal">
                {row.label}
              </th>
              {row.cells.map((cell, index) => (
                <td
                  key={columns[index]}
                  className={cx('num min-w-20 px-2 py-1.5 text-right', inks[cell.level])}
                >
                  {cell.to ? (
                    <Link to={cell.to} className="block underline decoration-1 underline-offset-4">
                      {cell.text}
                    </Link>
                  ) : (
                    cell.text
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
