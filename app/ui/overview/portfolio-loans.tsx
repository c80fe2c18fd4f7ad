import { bookText, stateWord } from '~/text/loan-book.ts';
import { wordBand } from '~/text/loan-quality.ts';
import { TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, Money } from '~/ui/parts/figures.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type PortfolioLoan = {
  readonly id: string;
  readonly contractNo: string;
  readonly firm: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly start: string;
  readonly end: string;
  readonly dpd: number;
  readonly openingFen: string;
  readonly closingFen: string;
  readonly disbursedOn: string;
};

export type LoansProps = {
  readonly loans: readonly PortfolioLoan[];
  readonly filter: {
    readonly start?: string | undefined;
    readonly end: string;
    readonly band?: number | undefined;
    readonly over?: number | undefined;
    readonly periods?: boolean | undefined;
  };
};

type Props = LoansProps & {
  readonly side: 'bank' | 'operator';
  readonly bandOf: (band: number) => { from: number; to: number | null } | null;
};

/** The loans behind a figure: what they were at the start of the period and are at its end. */
export function LoansPart({ loans, filter, side, bandOf }: Props) {
  const t = useText(bookText);
  const locale = useLocale();
  const { over } = filter;
  const inBand = filter.band === undefined ? null : bandOf(filter.band);
  const band = over === undefined ? inBand : { from: over + 1, to: null };
  const start = stateWord(filter.start ?? 'any', locale);
  return (
    <>
      <p className="measure text-ink-soft">
        {t('book.loans.lede', start, stateWord(filter.end, locale))}
        {band ? ` ${t('book.loans.band', wordBand(band, locale))}` : null}
        {filter.periods ? ` ${t('book.loans.periods')}` : null}
      </p>
      <LoanRows loans={loans} side={side} />
    </>
  );
}

/** Where each side reads a loan. */
export const loanAt = { bank: '/bank/loans', operator: '/operator/funded' } as const;

function LoanRows({ loans, side }: Pick<Props, 'loans' | 'side'>) {
  const t = useText(bookText);
  const locale = useLocale();
  const state = (name: 'start' | 'end'): Column<PortfolioLoan> => ({
    key: name,
    header: t(`book.loans.${name}`),
    cell: (row) => stateWord(row[name], locale),
  });
  const bank: Column<PortfolioLoan> = {
    key: 'bank',
    header: t('book.bank'),
    cell: (row) => (locale === 'en' ? row.bankEn : row.bankZh),
  };
  return (
    <DataTable
      caption={t('book.part.loans')}
      captionHidden
      rows={loans}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('book.loans.empty')}>{t('book.loans.empty-next')}</EmptyState>}
      columns={[
        {
          key: 'contract',
          header: side === 'bank' ? t('book.contract') : t('book.firm'),
          primary: true,
          cell: (row) => (
            <TextLink to={`${loanAt[side]}/${row.id}`}>
              {side === 'bank' ? row.contractNo : row.firm}
            </TextLink>
          ),
        },
        ...(side === 'bank'
          ? [{ key: 'firm', header: t('book.firm'), cell: (row: PortfolioLoan) => row.firm }]
          : [bank]),
        state('start'),
        state('end'),
        { key: 'dpd', header: t('book.dpd'), align: 'end', cell: (row) => row.dpd || '—' },
        {
          key: 'opening',
          header: t('book.loans.opening'),
          align: 'end',
          cell: (row) => <Money fen={row.openingFen} style="short" />,
        },
        {
          key: 'closing',
          header: t('book.loans.closing'),
          align: 'end',
          cell: (row) => <Money fen={row.closingFen} style="short" />,
        },
        {
          key: 'disbursed',
          header: t('book.loans.disbursed'),
          cell: (row) => <DayText day={row.disbursedOn} />,
        },
      ]}
    />
  );
}
