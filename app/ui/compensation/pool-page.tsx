import { compensationText } from '~/text/compensation.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { ClaimBadge } from '~/ui/compensation/claim-badge.tsx';
import { FundPoolForm } from '~/ui/compensation/pool-forms.tsx';
import { type PoolFigures, PoolMoney } from '~/ui/compensation/pool-money.tsx';
import { useBasis } from '~/ui/legal-basis.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, Figure, FigureRow, InstantText, Money } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { TabLinks } from '~/ui/parts/tabs.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type QueuedClaim = {
  readonly id: string;
  readonly firm: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly contractNo: string;
  readonly determinedOn: string;
  readonly state: string;
  readonly waits: string | null;
  readonly payableFen: string;
  readonly holdFen: string;
  readonly paidFen: string;
};

export type PoolData = PoolFigures & {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly schemeZh: string;
  readonly schemeEn: string;
  readonly legalBasis: string;
  readonly legalBasisEn: string;
  readonly tab: 'open' | 'closed';
  readonly page: number;
  readonly more: boolean;
  readonly claims: readonly QueuedClaim[];
  /** Who may fill it. */
  readonly payers: readonly string[];
  readonly today: string;
  readonly batches: readonly { id: string; state: string; claims: number; amountFen: string; at: string }[];
};

/** A pool on the funds desk: money, leverage, fuses, forecast, queue and batches. */
export function PoolPage({ pool }: { readonly pool: PoolData }) {
  const basis = useBasis();
  const t = useText(compensationText);
  const locale = useLocale();
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('comp.pools.title'), to: '/operator/pools' }]}
        title={locale === 'en' ? pool.nameEn : pool.nameZh}
        lede={`${locale === 'en' ? pool.schemeEn : pool.schemeZh} · ${basis(pool)}`}
      />
      <FigureRow>
        <Figure label={t('comp.pool.balance')} value={<Money fen={pool.balanceFen} />} />
        <Figure label={t('comp.pool.held')} value={<Money fen={pool.heldFen} />} />
        <Figure label={t('comp.pool.free')} value={<Money fen={pool.freeFen} />} />
        <Figure label={t('comp.pool.waiting')} value={<Money fen={pool.waitingFen} />} />
        <Figure label={t('comp.pool.paid')} value={<Money fen={pool.paidFen} />} />
      </FigureRow>
      <Queue pool={pool} />
      <Batches pool={pool} />
      <PoolMoney pool={pool} />
      <FundPoolForm payers={pool.payers} today={pool.today} />
    </div>
  );
}

function Queue({ pool }: { readonly pool: PoolData }) {
  const t = useText(compensationText);
  const base = `/operator/pools/${pool.id}`;
  const address = (p: number) => `${base}?tab=${pool.tab}&page=${p}`;
  return (
    <Section title={t('comp.pool.queue')}>
      <TabLinks
        label={t('comp.pool.queue')}
        items={(['open', 'closed'] as const).map((tab) => ({
          to: `${base}?tab=${tab}`,
          label: t(`comp.pool.queue-${tab}`),
          current: tab === pool.tab,
        }))}
      />
      <QueueTable claims={pool.claims} />
      <KeysetPager
        previous={pool.page > 0 ? address(pool.page - 1) : undefined}
        next={pool.more ? address(pool.page + 1) : undefined}
        shown={pool.claims.length}
      />
    </Section>
  );
}

function QueueTable({ claims }: Pick<PoolData, 'claims'>) {
  const t = useText(compensationText);
  const locale = useLocale();
  const columns: Column<QueuedClaim>[] = [
    {
      key: 'contract',
      header: t('comp.contract'),
      primary: true,
      cell: (c) => <TextLink to={`/operator/claims/${c.id}`}>{c.contractNo}</TextLink>,
    },
    { key: 'firm', header: t('comp.firm'), cell: (c) => c.firm },
    { key: 'bank', header: t('comp.bank'), cell: (c) => (locale === 'en' ? c.bankEn : c.bankZh) },
    { key: 'turn', header: t('comp.pool.turn'), cell: (c) => <DayText day={c.determinedOn} /> },
    { key: 'state', header: t('comp.state'), cell: (c) => <ClaimBadge state={c.state} waits={c.waits} /> },
    {
      key: 'payable',
      header: t('comp.claim.payable'),
      align: 'end',
      cell: (c) => <Money fen={c.payableFen} />,
    },
    { key: 'held', header: t('comp.claim.held'), align: 'end', cell: (c) => <Money fen={c.holdFen} /> },
    { key: 'paid', header: t('comp.paid'), align: 'end', cell: (c) => <Money fen={c.paidFen} /> },
  ];
  return (
    <DataTable
      caption={t('comp.pool.queue')}
      captionHidden
      columns={columns}
      rows={claims}
      rowKey={(c) => c.id}
      empty={<EmptyState title={t('comp.pool.queue-empty')}>{t('comp.pool.queue-empty-next')}</EmptyState>}
    />
  );
}

const states = ['proposed', 'running', 'stopped', 'done'] as const;

function Batches({ pool }: { readonly pool: PoolData }) {
  const t = useText(compensationText);
  return (
    <Card title={t('comp.pool.batch')} lede={t('comp.pool.batch-about')}>
      <div className="stack">
        <CommandForm intent="batch">
          <Button variant="secondary">{t('comp.pool.batch-do')}</Button>
        </CommandForm>
        {pool.batches.length > 0 ? (
          <DataTable
            caption={t('comp.pool.batches')}
            captionHidden
            rows={pool.batches}
            rowKey={(batch) => batch.id}
            columns={[
              {
                key: 'at',
                header: t('comp.pool.batches'),
                primary: true,
                cell: (b) => (
                  <TextLink to={`/operator/settlements/${b.id}`}>
                    <InstantText at={b.at} />
                  </TextLink>
                ),
              },
              {
                key: 'state',
                header: t('comp.standing'),
                cell: (b) => (
                  <Badge>{t(`comp.batch.state.${states.find((s) => s === b.state) ?? 'proposed'}`)}</Badge>
                ),
              },
              { key: 'claims', header: t('comp.batch.claims'), align: 'end', cell: (b) => b.claims },
              {
                key: 'amount',
                header: t('comp.batch.amount'),
                align: 'end',
                cell: (b) => <Money fen={b.amountFen} />,
              },
            ]}
          />
        ) : null}
      </div>
    </Card>
  );
}
