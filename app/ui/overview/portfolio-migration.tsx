import { bookText, stateWord } from '~/text/loan-book.ts';
import { showFen } from '~/ui/format.ts';
import { MetricFigure } from '~/ui/overview/metric-figure.tsx';
import { HeatTable, heatLevel } from '~/ui/parts/chart/heat-table.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { FigureRow, Rate } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Sum = { readonly loans: number; readonly openingFen: string; readonly closingFen: string };

export type MigrationProps = {
  readonly isEmpty: boolean;
  readonly matrix: null | {
    readonly rows: readonly {
      readonly start: string;
      readonly cells: readonly ({ readonly end: string } & Sum)[];
      readonly total: Sum;
    }[];
    readonly columns: readonly Sum[];
    readonly total: Sum;
  };
  readonly rates: readonly {
    readonly start: string;
    readonly worsePpm: number | null;
    readonly hidden: boolean;
  }[];
};

type Opens = (query: { readonly start?: string; readonly end?: string }) => string;

/** Where loans were at the start of the period and where they are at its end; every cell opens its loans. */
export function MigrationPart({ isEmpty, matrix, rates, opens }: MigrationProps & { opens: Opens }) {
  const t = useText(bookText);
  if (isEmpty) return <EmptyState title={t('book.migration.empty')}>{t('book.period-next')}</EmptyState>;
  return (
    <>
      <Tiles rates={rates} opens={opens} />
      {matrix ? (
        <>
          <p className="measure text-ink-soft">{t('book.migration.lede')}</p>
          <Matrix matrix={matrix} of="loans" opens={opens} />
          <Matrix matrix={matrix} of="opening" opens={opens} />
        </>
      ) : null}
      <Rates rates={rates} />
    </>
  );
}

/** The rate of each class that has one: a tile opens the loans that were in the class. */
function Tiles({ rates, opens }: Pick<MigrationProps, 'rates'> & { opens: Opens }) {
  const t = useText(bookText);
  const locale = useLocale();
  return (
    <FigureRow>
      {rates
        .filter(({ worsePpm, hidden }) => worsePpm !== null || hidden)
        .map(({ start, worsePpm }) => (
          <MetricFigure
            key={start}
            code="quality.migration"
            label={`${t('book.migration.rate')} · ${stateWord(start, locale)}`}
            to={opens({ start })}
            value={worsePpm === null ? t('book.hidden') : <Rate ppm={worsePpm} />}
          />
        ))}
    </FigureRow>
  );
}

type MatrixProps = {
  matrix: NonNullable<MigrationProps['matrix']>;
  of: 'loans' | 'opening';
  opens: Opens;
};

function Matrix({ matrix, of, opens }: MatrixProps) {
  const t = useText(bookText);
  const locale = useLocale();
  const textOf = (sum: Sum) =>
    of === 'loans' ? String(sum.loans) : showFen(sum.openingFen, locale, 'short');
  const size = (sum: Sum) => (of === 'loans' ? sum.loans : Number(BigInt(sum.openingFen) / 100n));
  const cell = (sum: Sum, largest: number, query: { start?: string; end?: string }) => ({
    level: heatLevel(size(sum), largest),
    text: size(sum) === 0 ? '—' : textOf(sum),
    to: size(sum) === 0 ? undefined : opens(query),
  });
  const rows = matrix.rows.filter((row) => of === 'loans' || row.start !== 'new');
  const ends = matrix.rows[0]?.cells.map(({ end }) => end) ?? [];
  return (
    <HeatTable
      caption={t(`book.migration.${of}`)}
      corner={t('book.migration.corner')}
      columns={[...ends.map((end) => stateWord(end, locale)), t('book.total')]}
      rows={[
        ...rows.map(({ start, cells, total }) => ({
          label: stateWord(start, locale),
          cells: [
            ...cells.map(({ end, ...sum }) => cell(sum, size(total), { start, end })),
            cell(total, 0, { start }),
          ],
        })),
        {
          label: t('book.total'),
          cells: [
            ...matrix.columns.map((sum, at) => cell(sum, 0, { end: ends[at] ?? '' })),
            cell(matrix.total, 0, {}),
          ],
        },
      ]}
    />
  );
}

function Rates({ rates }: Pick<MigrationProps, 'rates'>) {
  const t = useText(bookText);
  const locale = useLocale();
  const shown = ({ worsePpm, hidden }: MigrationProps['rates'][number]) => {
    if (hidden) return t('book.hidden');
    return worsePpm === null ? '—' : <Rate ppm={worsePpm} />;
  };
  return (
    <Section title={t('book.migration.rates')} lede={t('book.migration.rates-about')}>
      <DataTable
        caption={t('book.migration.rates')}
        captionHidden
        rows={rates}
        rowKey={(row) => row.start}
        columns={[
          {
            key: 'class',
            header: t('book.migration.class'),
            primary: true,
            cell: (row) => stateWord(row.start, locale),
          },
          { key: 'rate', header: t('book.migration.rate'), align: 'end', cell: shown },
        ]}
      />
    </Section>
  );
}
