import { catalogueText } from '~/text/catalogue.ts';
import { deliveryText } from '~/text/delivery.ts';
import { FreshnessBadge } from '~/ui/catalogue/item-badges.tsx';
import { type Named, useNamed } from '~/ui/catalogue/named.ts';
import { showCount } from '~/ui/format.ts';
import { LinkButton } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { StackedBar } from '~/ui/parts/chart/stacked-bar.tsx';
import { DayText } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { type BatchShown, BatchTable, WaitingBatches } from './batch-table.tsx';
import { Waiting } from './waiting.tsx';

type Supplied = {
  readonly code: string;
  readonly name: Named;
  readonly period: 'event' | 'monthly' | 'quarterly' | 'yearly';
  readonly freshDays: number;
  readonly deliverable: boolean;
  readonly lastDelivery: string | null;
  readonly freshness: 'fresh' | 'stale' | 'never';
  readonly accepted: number;
  readonly duplicate: number;
  readonly quarantined: number;
  readonly waiting: number;
};
type Month = {
  readonly month: string;
  readonly accepted: number;
  readonly duplicate: number;
  readonly quarantined: number;
};

export type ProviderDeskProps = {
  readonly items: readonly Supplied[];
  readonly months: readonly Month[];
  readonly batches: readonly BatchShown[];
  readonly waiting: readonly BatchShown[];
  readonly next: string | null;
};

/** A department's desk: its items and how fresh they are, what it delivered, batch by batch. */
export function ProviderDesk({ items, months, batches, waiting, next }: ProviderDeskProps) {
  const t = useText(deliveryText);
  const columns = useColumns();
  return (
    <div className="stack-lg">
      <PageHeader
        title={t('delivery.desk.title')}
        lede={t('delivery.desk.lede')}
        actions={<LinkButton to="/provider/upload">{t('delivery.upload')}</LinkButton>}
      />
      <WaitingBatches batches={waiting} base="/provider" withProvider={false} />
      <Section title={t('delivery.items')}>
        <DataTable
          caption={t('delivery.items.caption')}
          columns={columns}
          rows={items}
          rowKey={(item) => item.code}
        />
      </Section>
      <Trend months={months} />
      <Section title={t('delivery.batches')}>
        <BatchTable batches={batches} base="/provider" withProvider={false} />
        <KeysetPager
          next={next ? `/provider?before=${encodeURIComponent(next)}` : null}
          shown={batches.length}
        />
      </Section>
    </div>
  );
}

function Trend({ months }: { months: readonly Month[] }) {
  const t = useText(deliveryText);
  const locale = useLocale();
  const sum = (key: 'accepted' | 'quarantined') =>
    showCount(
      months.reduce((n, month) => n + month[key], 0),
      locale,
    );
  const rows = months.map(({ month, accepted, duplicate, quarantined }) => ({
    label: month,
    values: [accepted, duplicate, quarantined],
    texts: [accepted, duplicate, quarantined].map((n) => showCount(n, locale)),
  }));
  return (
    <Card>
      <StackedBar
        title={t('delivery.trend')}
        description={t('delivery.trend.says', sum('accepted'), sum('quarantined'))}
        series={[t('delivery.accepted'), t('delivery.duplicate'), t('delivery.quarantined')]}
        rowName={t('delivery.month')}
        rows={rows}
      />
    </Card>
  );
}

function useColumns(): Column<Supplied>[] {
  const t = useText(deliveryText);
  const c = useText(catalogueText);
  const named = useNamed();
  const locale = useLocale();
  const count = (key: 'accepted' | 'duplicate' | 'quarantined'): Column<Supplied> => ({
    key,
    header: t(`delivery.${key}`),
    align: 'end',
    cell: (item) => (item.deliverable ? showCount(item[key], locale) : null),
  });
  return [
    { key: 'item', header: t('delivery.item'), primary: true, cell: (item) => named(item.name) },
    {
      key: 'due',
      header: t('delivery.due'),
      cell: (item) => `${c(`catalogue.period.${item.period}`)} · ${t('delivery.due.days', item.freshDays)}`,
    },
    {
      key: 'last',
      header: t('delivery.last'),
      cell: (item) => (item.lastDelivery ? <DayText day={item.lastDelivery} /> : null),
    },
    {
      key: 'state',
      header: t('delivery.state'),
      cell: (item) =>
        item.deliverable ? <FreshnessBadge freshness={item.freshness} /> : t('delivery.verified-only'),
    },
    count('accepted'),
    count('duplicate'),
    count('quarantined'),
    {
      key: 'waiting',
      header: t('delivery.waiting'),
      align: 'end',
      cell: (item) => <Waiting count={item.waiting} />,
    },
  ];
}
