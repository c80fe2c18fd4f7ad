import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { cx } from './class-names.ts';
import { drawn } from './drawn.ts';
import { EmptyState } from './empty-state.tsx';
import { innerView } from './inner-links.ts';

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** `end` for figures: they align by their last digit. */
  align?: 'start' | 'end' | undefined;
  sortable?: boolean | undefined;
  /** Names the row: the row header, and the title of the card on a phone. */
  primary?: boolean | undefined;
  className?: string | undefined;
};

export type Sort = { key: string; dir: 'asc' | 'desc' };

export type DataTableProps<Row> = {
  caption: string;
  captionHidden?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: Sort | undefined;
  /** The address of this page sorted so. Sorting is a link: it works without scripts and can be shared. */
  sortHref?: ((key: string, dir: Sort['dir']) => string) | undefined;
  empty?: ReactNode;
  /** A closing row, such as a sum: cells in the order of the columns. */
  footer?: readonly ReactNode[] | undefined;
  /** So many cards stand on a phone until all are asked for. */
  cards?: number | undefined;
};

/** Laid out as blocks on a phone, cells lose their native roles in some browsers; these keep them. */
const roles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  column: { role: 'columnheader' },
  head: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

const cellBox = 'px-(--cell-x) py-(--cell-y) align-top';

/** The sheet under the table. It scrolls sideways when narrow; when wide it must not clip, or the header cannot stick. */
const sheet =
  'rounded-sheet border border-line bg-sheet shadow-sheet @max-5xl:overflow-x-auto ' +
  '@max-2xl:overflow-visible @max-2xl:border-0 @max-2xl:bg-transparent @max-2xl:shadow-none';

/** Rows of facts. Sorted by links, sticky header; on a phone each row becomes a card with its labels. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden, columns, rows, rowKey, empty, footer, cards = rows.length } = props;
  const t = useText(partsText);
  const cells = columns.map(cellOf);
  if (rows.length === 0) return empty ?? <EmptyState title={t('parts.nothing')} />;
  return (
    <div className="group/cards @container">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than its place is scrolled by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls, this groups cells */}
      <div role="group" aria-label={caption} tabIndex={0} className={sheet}>
        <table {...roles.table} className="w-full border-collapse text-left text-[0.9375rem] @max-2xl:block">
          <caption
            className={
              captionHidden
                ? 'sr-only'
                : 'px-(--cell-x) py-3 text-left font-semibold @max-2xl:block @max-2xl:px-0'
            }
          >
            {caption}
          </caption>
          <HeadRow {...props} />
          <tbody
            {...roles.group}
            className="@max-2xl:block"
            {...drawn(
              rows.map((row, at) => (
                <tr key={rowKey(row)} role={roles.row.role} className={at < cards ? 'sheet-row' : laterCard}>
                  {cells.map((cell) => cell(row))}
                </tr>
              )),
            )}
          />
          {footer ? <FootRow columns={columns} cells={footer} /> : null}
        </table>
      </div>
      {rows.length > cards ? <AllCards cards={cards} rows={rows.length} /> : null}
    </div>
  );
}

/** Without scripts, too: the rows look whether the details beside them are open. */
const laterCard =
  'sheet-row @max-2xl:group-has-[details[data-cards]:not([open])]/cards:hidden print:@max-2xl:block!';

function AllCards({ cards, rows }: { cards: number; rows: number }) {
  const t = useText(partsText);
  return (
    <details data-cards className="group/all no-print @2xl:hidden">
      <summary className="cursor-pointer py-2 text-brand-600 underline underline-offset-4">
        <span className="group-open/all:hidden">{t('parts.all-rows', rows)}</span>
        <span className="hidden group-open/all:inline">{t('parts.first-rows', cards)}</span>
      </summary>
    </details>
  );
}

function HeadRow<Row>({ columns, sort, sortHref }: DataTableProps<Row>) {
  return (
    <thead {...roles.group} className="@max-2xl:sr-only">
      <tr {...roles.row}>
        {columns.map((column) => (
          <th
            key={column.key}
            {...roles.column}
            scope="col"
            aria-sort={
              sort?.key === column.key ? (sort.dir === 'asc' ? 'ascending' : 'descending') : undefined
            }
            className={cx(
              'sticky top-(--top,0px) z-1 bg-well px-(--cell-x) py-2.5 text-sm font-semibold whitespace-nowrap text-ink-soft first:rounded-tl-sheet last:rounded-tr-sheet',
              column.align === 'end' && 'text-right',
            )}
          >
            {column.sortable && sortHref ? (
              <SortLink column={column} sort={sort} sortHref={sortHref} />
            ) : (
              column.header
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type SortLinkProps = {
  column: { key: string; header: string };
  sort: Sort | undefined;
  sortHref: (key: string, dir: Sort['dir']) => string;
};

function SortLink({ column, sort, sortHref }: SortLinkProps) {
  const t = useText(partsText);
  const own = sort?.key === column.key ? sort.dir : undefined;
  const next = own === 'asc' ? 'desc' : 'asc';
  const Arrow = own === 'asc' ? ArrowUp : own === 'desc' ? ArrowDown : ChevronsUpDown;
  return (
    <a
      {...innerView}
      href={sortHref(column.key, next)}
      className="inline-flex items-center gap-1 py-0.5 underline-offset-4 hover:text-brand-700 hover:underline"
    >
      {column.header}
      <Arrow aria-hidden className={cx('size-3.5', !own && 'text-ink-faint')} />
      <span className="sr-only">{t(next === 'asc' ? 'parts.sort-up' : 'parts.sort-down')}</span>
    </a>
  );
}

/**
 * Draws one fact of a column. On a phone the column's name stands before it, and the primary cell becomes the title of the
 * card. A function, not a component: a table has hundreds of cells.
 */
function cellOf<Row>({ key, header, cell, align, primary, className }: Column<Row>) {
  const classes = cx(align === 'end' && (primary ? 'num' : 'num text-right'), className) || undefined;
  return (row: Row) =>
    primary ? (
      <th key={key} role={roles.head.role} scope="row" className={classes}>
        {cell(row)}
      </th>
    ) : (
      <td key={key} role={roles.cell.role} data-label={header} className={classes}>
        {cell(row)}
      </td>
    );
}

function FootRow<Row>({ columns, cells }: { columns: readonly Column<Row>[]; cells: readonly ReactNode[] }) {
  return (
    <tfoot {...roles.group} className="@max-2xl:block">
      <tr
        {...roles.row}
        className="border-t-2 border-line-strong font-semibold @max-2xl:block @max-2xl:rounded-sheet @max-2xl:border @max-2xl:bg-well @max-2xl:px-4 @max-2xl:py-2"
      >
        {columns.map((column, index) => (
          <td
            key={column.key}
            {...roles.cell}
            className={cx(
              cellBox,
              column.align === 'end' && 'num text-right',
              '@max-2xl:justify-between @max-2xl:px-0 @max-2xl:py-1',
              cells[index] ? '@max-2xl:flex' : '@max-2xl:hidden',
            )}
          >
            {index > 0 && cells[index] ? (
              <span aria-hidden className="text-sm font-normal text-ink-soft @2xl:hidden">
                {column.header}
              </span>
            ) : null}
            <span>{cells[index]}</span>
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
