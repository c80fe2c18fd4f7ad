import type { QualityDimension } from '~/domain/record/quality-rule.ts';
import { consentText } from '~/text/consent.ts';
import { deliveryText } from '~/text/delivery.ts';
import { qualityText, scorecardText } from '~/text/scorecard.ts';
import { FreshnessBadge } from '~/ui/catalogue/item-badges.tsx';
import { type Named, useNamed } from '~/ui/catalogue/named.ts';
import { showCount, showPpm } from '~/ui/format.ts';
import { TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { TrendChart } from '~/ui/parts/chart/trend-chart.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, Figure, FigureRow, Rate } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type ItemShown = {
  readonly code: string;
  readonly name: Named;
  readonly freshDays: number;
  readonly deliverable: boolean;
  readonly lastDelivery: string | null;
  readonly freshness: 'fresh' | 'stale' | 'never';
};
type Broken = {
  readonly rule: string;
  readonly name: Named;
  readonly dimension: QualityDimension;
  readonly item: Named;
  readonly code: string;
  readonly batchId: string | null;
  readonly onDay: string;
  /** How many days it was broken, `onDay` the last of them. */
  readonly days: number;
  readonly ppm: number | null;
  readonly mostPpm: number;
};
type Usage = {
  readonly item: Named;
  readonly recipient: Named;
  readonly purpose: string;
  readonly reads: number;
  readonly firms: number;
};

export type ScorecardProps = {
  readonly provider: { readonly code: string; readonly name: Named };
  readonly items: readonly ItemShown[];
  readonly fresh: number;
  readonly supplied: number;
  readonly dimensions: readonly {
    readonly dimension: QualityDimension;
    readonly held: number;
    readonly all: number;
  }[];
  readonly broken: readonly Broken[];
  readonly trend: readonly { readonly month: string; readonly ppm: number | null }[];
  readonly conflicts: { readonly waiting: number; readonly late: number };
  readonly usage: readonly Usage[];
};

/** A department as a source: on time, whole, right; what does not hold; who used what it supplied. */
export function ScorecardPage({ base, ...card }: ScorecardProps & { base: '/provider' | '/operator' }) {
  const t = useText(scorecardText);
  const q = useText(qualityText);
  const named = useNamed();
  const locale = useLocale();
  const of = (held: number, all: number) =>
    all === 0
      ? t('scorecard.unmeasured')
      : t('scorecard.of-all', showCount(held, locale), showCount(all, locale));
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[
          {
            label: useText(deliveryText)('delivery.providers.title'),
            to: base === '/operator' ? '/operator/providers' : base,
          },
          { label: t('scorecard.title') },
        ]}
        title={t('scorecard.of', named(card.provider.name))}
        lede={t('scorecard.lede')}
      />
      <FigureRow>
        <Figure label={t('scorecard.fresh')} value={of(card.fresh, card.supplied)} />
        {card.dimensions.map(({ dimension, held, all }) => (
          <Figure key={dimension} label={q(`quality.${dimension}`)} value={of(held, all)} />
        ))}
        <Figure
          label={t('scorecard.conflicts')}
          value={t('scorecard.conflicts-of', card.conflicts.waiting, card.conflicts.late)}
        />
      </FigureRow>
      <Card>
        <TrendChart
          title={t('scorecard.trend')}
          description={t('scorecard.trend-says')}
          points={card.trend.map(({ month, ppm }) => ({
            label: month,
            value: ppm === null ? null : ppm / 10_000,
            text: ppm === null ? undefined : showPpm(ppm, locale),
          }))}
          tick={(value) => `${value}%`}
        />
      </Card>
      <Section title={t('scorecard.broken')}>
        <BrokenRules broken={card.broken} base={base} />
      </Section>
      <Section title={t('scorecard.items')}>
        <Items items={card.items} base={base} />
      </Section>
      <Section title={t('scorecard.usage')} lede={t('scorecard.usage-lede')}>
        <UsageTable usage={card.usage} />
      </Section>
    </div>
  );
}

function BrokenRules({ broken, base }: { broken: readonly Broken[]; base: string }) {
  const t = useText(scorecardText);
  const q = useText(qualityText);
  const named = useNamed();
  const columns: Column<Broken>[] = [
    { key: 'rule', header: t('scorecard.rule'), primary: true, cell: (each) => named(each.name) },
    { key: 'dimension', header: t('scorecard.dimension'), cell: (each) => q(`quality.${each.dimension}`) },
    { key: 'item', header: t('scorecard.item'), cell: (each) => named(each.item) },
    {
      key: 'share',
      header: t('scorecard.share'),
      align: 'end',
      cell: (each) => (each.ppm === null || each.batchId === null ? null : <Rate ppm={each.ppm} />),
    },
    {
      key: 'most',
      header: t('scorecard.most'),
      align: 'end',
      cell: (each) => (each.batchId === null ? null : <Rate ppm={each.mostPpm} />),
    },
    {
      key: 'day',
      header: t('scorecard.day'),
      cell: (each) => (
        <>
          <DayText day={each.onDay} /> {each.days > 1 ? t('scorecard.day-on-day', each.days) : null}
        </>
      ),
    },
    {
      key: 'batch',
      header: t('scorecard.batch'),
      cell: (each) =>
        each.batchId ? (
          <TextLink to={`${base}/batches/${each.batchId}`}>{t('scorecard.batch')}</TextLink>
        ) : null,
    },
  ];
  return (
    <DataTable
      caption={t('scorecard.broken')}
      captionHidden
      columns={columns}
      rows={broken}
      rowKey={(each) => `${each.batchId ?? each.onDay} ${each.code} ${each.rule}`}
      empty={<EmptyState title={t('scorecard.broken-none')}>{t('scorecard.broken-none-next')}</EmptyState>}
    />
  );
}

function Items({ items, base }: { items: readonly ItemShown[]; base: string }) {
  const t = useText(scorecardText);
  const d = useText(deliveryText);
  const named = useNamed();
  const impact: Column<ItemShown>[] =
    base === '/operator'
      ? [
          {
            key: 'impact',
            header: t('scorecard.impact'),
            cell: (item) => <TextLink to={`/operator/impact/${item.code}`}>{t('scorecard.impact')}</TextLink>,
          },
        ]
      : [];
  return (
    <DataTable
      caption={t('scorecard.items')}
      captionHidden
      rows={items}
      rowKey={(item) => item.code}
      columns={[
        { key: 'item', header: t('scorecard.item'), primary: true, cell: (item) => named(item.name) },
        { key: 'due', header: t('scorecard.due'), cell: (item) => t('scorecard.days', item.freshDays) },
        {
          key: 'last',
          header: t('scorecard.last'),
          cell: (item) => (item.lastDelivery ? <DayText day={item.lastDelivery} /> : null),
        },
        {
          key: 'state',
          header: t('scorecard.state'),
          cell: (item) =>
            item.deliverable ? <FreshnessBadge freshness={item.freshness} /> : d('delivery.verified-only'),
        },
        ...impact,
      ]}
    />
  );
}

function UsageTable({ usage }: { usage: readonly Usage[] }) {
  const t = useText(scorecardText);
  const c = useText(consentText);
  const named = useNamed();
  const locale = useLocale();
  const known = ['evaluation', 'pre-loan', 'in-loan', 'post-loan', 'renewal'] as const;
  const purposeOf = (purpose: string) => {
    const found = known.find((each) => each === purpose);
    return found ? c(`consent.purpose.${found}`) : purpose;
  };
  return (
    <DataTable
      caption={t('scorecard.usage')}
      captionHidden
      rows={usage}
      rowKey={(row) => `${row.item.zh} ${row.recipient.zh} ${row.purpose}`}
      empty={<EmptyState title={t('scorecard.usage-none')} />}
      columns={[
        { key: 'item', header: t('scorecard.item'), primary: true, cell: (row) => named(row.item) },
        { key: 'by', header: t('scorecard.recipient'), cell: (row) => named(row.recipient) },
        { key: 'for', header: t('scorecard.purpose'), cell: (row) => purposeOf(row.purpose) },
        {
          key: 'reads',
          header: t('scorecard.reads'),
          align: 'end',
          cell: (row) => showCount(row.reads, locale),
        },
        {
          key: 'firms',
          header: t('scorecard.firms'),
          align: 'end',
          cell: (row) => showCount(row.firms, locale),
        },
      ]}
    />
  );
}
