import type { Item } from '~/domain/catalogue/item.ts';
import type { DayPrecision } from '~/domain/kernel/day.ts';
import type { Translate } from '~/text/define.ts';
import { recordText } from '~/text/record.ts';
import { type Named, useNamed } from '~/ui/catalogue/named.ts';
import { showCount } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, Money, Rate } from '~/ui/parts/figures.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type FactShown = {
  readonly id: string;
  readonly on: string | null;
  readonly precision: DayPrecision;
  readonly until: string | null;
  readonly untilPrecision: DayPrecision;
  readonly amountFen: string | null;
  readonly quantity: number | null;
  readonly category: Named | null;
  readonly reference: string | null;
  readonly note: string | null;
  readonly knownOn: string;
  readonly corrected: boolean;
  readonly retainedUntil: string | null;
};

export type FactTableProps = {
  readonly item: Pick<Item, 'lasting' | 'polarity' | 'quantity'> & { readonly amount: Named | null };
  readonly facts: readonly FactShown[];
  readonly total: number;
  readonly more: string | null;
  /** Whether the table shows an earlier day. */
  readonly past: boolean;
};

/** Records of one item; a column appears only where a record has something to say in it. */
export function FactTable({ item, facts, total, more, past }: FactTableProps) {
  const t = useText(recordText);
  const columns = useColumns(item, facts);
  return (
    <>
      <DataTable
        caption={t('record.facts.caption')}
        columns={columns}
        rows={facts}
        rowKey={(fact) => fact.id}
        empty={<EmptyState title={t(past ? 'record.facts.none' : 'record.facts.none-now')} />}
      />
      <KeysetPager next={more} shown={facts.length} total={total} />
    </>
  );
}

function useColumns(item: FactTableProps['item'], facts: readonly FactShown[]): Column<FactShown>[] {
  const t = useText(recordText);
  const named = useNamed();
  const has: Has = (test) => facts.some(test);
  const columns: (Column<FactShown> | false)[] = [
    { key: 'on', header: t('record.facts.on'), primary: true, cell: (fact) => <From fact={fact} /> },
    (item.lasting || has((f) => f.until)) && {
      key: 'until',
      header: t('record.facts.until'),
      cell: (fact) =>
        fact.until ? <DayText day={fact.until} precision={fact.untilPrecision} /> : t('record.facts.lasting'),
    },
    has((f) => f.category) && {
      key: 'category',
      header: t('record.facts.category'),
      cell: (fact) => (fact.category ? named(fact.category) : null),
    },
    ...figureColumns(item, has, t, named),
    has((f) => f.reference ?? f.note) && {
      key: 'reference',
      header: t('record.facts.reference'),
      cell: (fact) => [fact.reference, fact.note].filter(Boolean).join(' · '),
    },
    {
      key: 'rights',
      header: t('record.facts.rights'),
      cell: (fact) => <TextLink to={`/my/rights/records/${fact.id}`}>{t('record.facts.rights-do')}</TextLink>,
    },
    { key: 'known', header: t('record.facts.known'), cell: (fact) => <DayText day={fact.knownOn} /> },
    has((f) => f.retainedUntil) && {
      key: 'retained',
      header: t('record.facts.retained'),
      cell: (fact) => (fact.retainedUntil ? <DayText day={fact.retainedUntil} /> : null),
    },
  ];
  return columns.filter((column) => column !== false);
}

type Has = (test: (fact: FactShown) => unknown) => boolean;

/** Amount and quantity under the names that the item gives them. */
const figureColumns = (
  item: FactTableProps['item'],
  has: Has,
  t: Translate<typeof recordText>,
  named: (name: Named) => string,
): (Column<FactShown> | false)[] => [
  has((f) => f.amountFen) && {
    key: 'amount',
    header: item.amount ? named(item.amount) : t('record.facts.amount'),
    align: 'end',
    cell: (fact) => (fact.amountFen ? <Money fen={fact.amountFen} /> : null),
  },
  has((f) => f.quantity !== null) && {
    key: 'quantity',
    header: item.quantity ? named(item.quantity) : t('record.facts.quantity'),
    align: 'end',
    cell: (fact) => <Quantity of={fact.quantity} unit={item.quantity?.unit} />,
  },
];

function From({ fact }: { fact: FactShown }) {
  const t = useText(recordText);
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {fact.on ? <DayText day={fact.on} precision={fact.precision} /> : t('record.undated')}
      {fact.corrected ? <Badge tone="info">{t('record.facts.corrected')}</Badge> : null}
    </span>
  );
}

function Quantity({ of, unit }: { of: number | null; unit: string | undefined }) {
  const locale = useLocale();
  if (of === null) return null;
  return unit === 'ppm' ? <Rate ppm={of} /> : showCount(of, locale);
}
