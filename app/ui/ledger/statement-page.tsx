import { Download } from 'lucide-react';
import type { AccountKind } from '~/domain/ledger/account.ts';
import { ledgerText, wordTransactionKind } from '~/text/ledger.ts';
import { ledgerBase, type Side } from '~/ui/ledger/balances-page.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { LinkButton } from '~/ui/parts/button.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, Figure, FigureRow, InstantText, Money } from '~/ui/parts/figures.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type StatementLine = {
  readonly id: string;
  readonly transaction: string;
  readonly effectiveOn: string;
  readonly bookedAt: string | null;
  readonly kind: string | null;
  readonly memo: string | null;
  readonly reverses: string | null;
  readonly reversedBy: string | null;
  readonly debitFen: string;
  readonly creditFen: string;
  readonly balanceFen: string;
};

export type StatementPageProps = {
  readonly side: Side;
  readonly account: {
    readonly id: string;
    readonly code: string;
    readonly kind: AccountKind;
    readonly nameZh: string;
    readonly nameEn: string;
    readonly heldFen: string | null;
  };
  readonly span: { readonly from: string; readonly to: string };
  readonly openingFen: string;
  readonly debitFen: string;
  readonly creditFen: string;
  readonly closingFen: string;
  readonly count: number;
  readonly lines: readonly StatementLine[];
  readonly next: string | null;
  readonly paged: boolean;
};

/** The statement of an account: what it stood at, every movement, what it stands at. */
export function StatementPage(props: StatementPageProps) {
  const { side, account, span, lines, next, paged, count } = props;
  const t = useText(ledgerText);
  const locale = useLocale();
  const name = locale === 'en' ? account.nameEn : account.nameZh;
  const here = `${ledgerBase[side]}/${account.id}`;
  const kept = new URLSearchParams(span);
  return (
    <div className="stack-lg">
      <PageHeader
        title={name}
        lede={t('ledger.statement.lede', account.code)}
        badge={<Badge>{t(`ledger.kind.${account.kind}`)}</Badge>}
        trail={[{ label: t(`ledger.${side}.title`), to: ledgerBase[side] }, { label: t('ledger.statement') }]}
        actions={
          <LinkButton to={`${here}/statement.xlsx?${kept}`} variant="secondary" icon={Download} download>
            {t('ledger.export')}
          </LinkButton>
        }
      />
      <FigureRow>
        <Figure label={t('ledger.opening')} value={<Sided fen={props.openingFen} />} />
        <Figure label={t('ledger.debit')} value={<Money fen={props.debitFen} />} />
        <Figure label={t('ledger.credit')} value={<Money fen={props.creditFen} />} />
        <Figure label={t('ledger.closing')} value={<Sided fen={props.closingFen} />} />
        {account.heldFen !== null ? (
          <Figure label={t('ledger.held')} value={<Money fen={account.heldFen} />} />
        ) : null}
      </FigureRow>
      <FilterBar values={span} clearTo={here}>
        <DateField name="from" label={t('ledger.from')} />
        <DateField name="to" label={t('ledger.to')} />
      </FilterBar>
      <LineTable lines={lines} />
      <KeysetPager
        previous={paged ? `?${kept}` : undefined}
        next={next ? `?${kept}&after=${next}` : undefined}
        shown={lines.length}
        total={count}
      />
    </div>
  );
}

/** A balance with the side that it stands on. */
function Sided({ fen }: { fen: string }) {
  const t = useText(ledgerText);
  const amount = BigInt(fen);
  if (amount === 0n) return <Money fen="0" />;
  return (
    <span className="whitespace-nowrap">
      <span className="mr-1.5 text-sm font-normal text-ink-soft">
        {t(amount > 0n ? 'ledger.in-debit' : 'ledger.in-credit')}
      </span>
      <Money fen={(amount > 0n ? amount : -amount).toString()} />
    </span>
  );
}

const OneSide = ({ fen }: { fen: string }) => (fen === '0' ? '' : <Money fen={fen} />);

function LineTable({ lines }: Pick<StatementPageProps, 'lines'>) {
  const t = useText(ledgerText);
  const columns: Column<StatementLine>[] = [
    { key: 'what', header: t('ledger.what'), primary: true, cell: (l) => <What line={l} /> },
    { key: 'effective', header: t('ledger.effective'), cell: (l) => <DayText day={l.effectiveOn} /> },
    { key: 'debit', header: t('ledger.debit'), align: 'end', cell: (l) => <OneSide fen={l.debitFen} /> },
    { key: 'credit', header: t('ledger.credit'), align: 'end', cell: (l) => <OneSide fen={l.creditFen} /> },
    { key: 'balance', header: t('ledger.balance'), align: 'end', cell: (l) => <Sided fen={l.balanceFen} /> },
    {
      key: 'booked',
      header: t('ledger.booked'),
      cell: (l) => (l.bookedAt ? <InstantText at={l.bookedAt} /> : '—'),
    },
    { key: 'number', header: t('ledger.number'), align: 'end', cell: (l) => l.transaction },
  ];
  return (
    <DataTable
      caption={t('ledger.statement')}
      captionHidden
      columns={columns}
      rows={lines}
      rowKey={(l) => l.id}
      empty={<EmptyState title={t('ledger.lines-empty')}>{t('ledger.lines-empty-next')}</EmptyState>}
    />
  );
}

function What({ line }: { line: StatementLine }) {
  const t = useText(ledgerText);
  const locale = useLocale();
  const more = [
    line.reverses ? t('ledger.reverses', line.reverses) : null,
    line.reversedBy ? t('ledger.reversed-by', line.reversedBy) : null,
    line.memo,
  ].filter(Boolean);
  return (
    <>
      {wordTransactionKind(line.kind, locale)}
      {more.length > 0 ? <span className="block text-xs text-ink-soft">{more.join(' · ')}</span> : null}
    </>
  );
}
