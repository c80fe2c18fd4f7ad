import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { type AccountKind, accountKinds } from '~/domain/ledger/account.ts';
import { ledgerText } from '~/text/ledger.ts';
import { showFen } from '~/ui/format.ts';
import { LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { BarList } from '~/ui/parts/chart/bar-list.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, Figure, FigureRow, Money } from '~/ui/parts/figures.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type AccountEntry = {
  readonly id: string;
  readonly code: string;
  readonly kind: AccountKind;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly debitFen: string;
  readonly creditFen: string;
  readonly heldFen: string | null;
};

export type Side = 'operator' | 'bank';

export type BalancesPageProps = {
  readonly side: Side;
  readonly on: string;
  readonly accounts: readonly AccountEntry[];
  readonly sums: {
    readonly accounts: number;
    readonly debit: string;
    readonly credit: string;
    readonly held: string;
  };
  readonly closedTo: string | null;
  readonly next: string | null;
  readonly query: { readonly [name in 'on' | 'kind' | 'text' | 'after']?: string | undefined };
  /** What stands below the accounts. */
  readonly children?: ReactNode;
};

export const ledgerBase = { operator: '/operator/ledger', bank: '/bank/ledger' } as const;

/** The trial balance as of a day: sums, filters, accounts, export. */
export function BalancesPage(props: BalancesPageProps) {
  const { side, on, accounts, sums, closedTo, next, query, children } = props;
  const t = useText(ledgerText);
  const { after: _, ...filters } = query;
  const kept = new URLSearchParams(
    Object.entries(filters).filter((e): e is [string, string] => Boolean(e[1])),
  );
  const following = new URLSearchParams(kept);
  if (next) following.set('after', next);
  return (
    <div className="stack-lg">
      <PageHeader
        title={t(`ledger.${side}.title`)}
        lede={t(`ledger.${side}.lede`)}
        actions={
          <LinkButton to={`${ledgerBase[side]}.xlsx?${kept}`} variant="secondary" icon={Download} download>
            {t('ledger.export')}
          </LinkButton>
        }
      />
      <FigureRow>
        <Figure label={t('ledger.debit')} value={<Money fen={sums.debit} style="short" />} />
        <Figure label={t('ledger.credit')} value={<Money fen={sums.credit} style="short" />} />
        {side === 'operator' ? <OperatorFigures sums={sums} /> : null}
        <Figure label={t('ledger.accounts')} value={sums.accounts} />
        <Figure
          label={t('ledger.closed-to')}
          value={closedTo ? <DayText day={closedTo} /> : t('ledger.never-closed')}
        />
      </FigureRow>
      <Filters side={side} query={query} active={kept.size} />
      <AccountTable side={side} on={on} accounts={accounts} sums={sums} />
      <KeysetPager
        previous={query.after ? `?${kept}` : undefined}
        next={next ? `?${following}` : undefined}
        shown={accounts.length}
        total={sums.accounts}
      />
      <PoolChart accounts={accounts} />
      {children}
    </div>
  );
}

function OperatorFigures({ sums }: Pick<BalancesPageProps, 'sums'>) {
  const t = useText(ledgerText);
  return (
    <>
      <Figure
        label={t('ledger.difference')}
        value={<Money fen={(BigInt(sums.debit) - BigInt(sums.credit)).toString()} />}
        note={t('ledger.difference-note')}
      />
      <Figure label={t('ledger.held')} value={<Money fen={sums.held} style="short" />} />
    </>
  );
}

type FilterProps = Pick<BalancesPageProps, 'side' | 'query'> & { readonly active: number };

function Filters({ side, query, active }: FilterProps) {
  const t = useText(ledgerText);
  const kinds = accountKinds.map((value) => ({ value, label: t(`ledger.kind.${value}`) }));
  return (
    <FilterBar values={query} clearTo={ledgerBase[side]} active={active}>
      <DateField name="on" label={t('ledger.on')} />
      <SelectField name="kind" label={t('ledger.kind')} empty={t('ledger.all')} options={kinds} />
      <TextField name="text" type="search" label={t('ledger.search')} />
    </FilterBar>
  );
}

/** An amount of one side; a nought says nothing. */
const OneSide = ({ fen }: { fen: string }) => (fen === '0' ? '' : <Money fen={fen} />);

function AccountTable({
  side,
  on,
  accounts,
  sums,
}: Pick<BalancesPageProps, 'side' | 'on' | 'accounts' | 'sums'>) {
  const t = useText(ledgerText);
  const locale = useLocale();
  const columns: Column<AccountEntry>[] = [
    {
      key: 'account',
      header: t('ledger.account'),
      primary: true,
      cell: (a) => (
        <>
          <TextLink to={`${ledgerBase[side]}/${a.id}`}>{locale === 'en' ? a.nameEn : a.nameZh}</TextLink>
          <span className="num block text-xs break-all text-ink-soft">{a.code}</span>
        </>
      ),
    },
    { key: 'kind', header: t('ledger.kind'), cell: (a) => t(`ledger.kind.${a.kind}`) },
    { key: 'debit', header: t('ledger.debit'), align: 'end', cell: (a) => <OneSide fen={a.debitFen} /> },
    { key: 'credit', header: t('ledger.credit'), align: 'end', cell: (a) => <OneSide fen={a.creditFen} /> },
  ];
  if (side === 'operator')
    columns.push({
      key: 'held',
      header: t('ledger.held'),
      align: 'end',
      cell: (a) => <OneSide fen={a.heldFen ?? '0'} />,
    });
  const foot = [t('ledger.sum'), '', <Money key="d" fen={sums.debit} />, <Money key="c" fen={sums.credit} />];
  return (
    <DataTable
      caption={t('ledger.as-of', on)}
      columns={columns}
      rows={accounts}
      rowKey={(a) => a.id}
      footer={side === 'operator' ? [...foot, <Money key="h" fen={sums.held} />] : foot}
      empty={<EmptyState title={t('ledger.empty')}>{t(`ledger.empty-next.${side}`)}</EmptyState>}
    />
  );
}

function PoolChart({ accounts }: Pick<BalancesPageProps, 'accounts'>) {
  const t = useText(ledgerText);
  const locale = useLocale();
  const pools = accounts.filter((a) => a.kind === 'pool' && a.debitFen !== '0');
  if (pools.length < 2) return null;
  return (
    <BarList
      title={t('ledger.chart')}
      description={t('ledger.chart-about')}
      bars={pools.map((a) => ({
        label: locale === 'en' ? a.nameEn : a.nameZh,
        value: Number(a.debitFen),
        text: showFen(a.debitFen, locale, 'short'),
      }))}
    />
  );
}
