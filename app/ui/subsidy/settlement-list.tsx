import { schemeWords, wordOf } from '~/text/policy-words.ts';
import { subsidyDeskText } from '~/text/subsidy.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { FundingForm } from '~/ui/ledger/funding-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { Card, CardGrid } from '~/ui/parts/card.tsx';
import type { Tone } from '~/ui/parts/class-names.ts';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { InstantText, Money } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { type SubsidyPoolShown, SubsidyPools } from '~/ui/subsidy/subsidy-pools.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type RunShown = {
  readonly id: string;
  readonly quarter: string;
  readonly state: string;
  readonly maker: string | null;
  readonly checker: string | null;
  readonly orderedAt: string;
  readonly note: string | null;
  readonly loans: number;
  readonly firms: number;
  readonly amountFen: string;
  readonly paidFen: string;
};

export type SettlementListProps = {
  readonly runs: readonly RunShown[];
  readonly pools: readonly SubsidyPoolShown[];
  readonly quarters: readonly string[];
  readonly payers: readonly string[];
  readonly today: string;
  readonly page: number;
  readonly more: boolean;
};

const states = ['computing', 'proposed', 'approved', 'paid', 'rejected'] as const;
const tones: { readonly [S in (typeof states)[number]]: Tone } = {
  computing: 'info',
  proposed: 'warn',
  approved: 'info',
  paid: 'good',
  rejected: 'mute',
};

export function RunBadge({ state }: { state: string }) {
  const t = useText(subsidyDeskText);
  const known = states.find((each) => each === state) ?? 'computing';
  return <Badge tone={tones[known]}>{t(`desk.state.${known}`)}</Badge>;
}

/** The funds desk: pools, a new settlement, an appropriation, settlements so far. */
export function SettlementList(props: SettlementListProps) {
  const t = useText(subsidyDeskText);
  const address = (p: number) => `/operator/subsidies?page=${p}`;
  return (
    <div className="stack-lg">
      <PageHeader
        title={t('desk.title')}
        lede={t('desk.lede')}
        actions={<TextLink to="/operator/reclaims">{t('desk.reclaims')}</TextLink>}
      />
      <SubsidyPools pools={props.pools} />
      <CardGrid>
        <OrderForm quarters={props.quarters} />
        <FundForm payers={props.payers} today={props.today} />
      </CardGrid>
      <Section title={t('desk.runs')}>
        <RunTable runs={props.runs} />
        <KeysetPager
          previous={props.page > 0 ? address(props.page - 1) : undefined}
          next={props.more ? address(props.page + 1) : undefined}
          shown={props.runs.length}
        />
      </Section>
    </div>
  );
}

function RunTable({ runs }: { runs: readonly RunShown[] }) {
  const t = useText(subsidyDeskText);
  return (
    <DataTable
      caption={t('desk.runs')}
      captionHidden
      rows={runs}
      rowKey={(r) => r.id}
      empty={<EmptyState title={t('desk.runs-empty')}>{t('desk.runs-empty-next')}</EmptyState>}
      columns={[
        {
          key: 'quarter',
          header: t('desk.order-quarter'),
          primary: true,
          cell: (r) => <TextLink to={`/operator/subsidies/${r.id}`}>{r.quarter}</TextLink>,
        },
        { key: 'state', header: t('desk.title'), cell: (r) => <RunBadge state={r.state} /> },
        { key: 'loans', header: t('desk.loans'), align: 'end', cell: (r) => r.loans },
        { key: 'amount', header: t('desk.amount'), align: 'end', cell: (r) => <Money fen={r.amountFen} /> },
        { key: 'paid', header: t('desk.paid'), align: 'end', cell: (r) => <Money fen={r.paidFen} /> },
        { key: 'maker', header: t('desk.maker'), cell: (r) => r.maker ?? '—' },
        { key: 'checker', header: t('desk.checker'), cell: (r) => r.checker ?? '—' },
        { key: 'at', header: t('desk.ordered-at'), cell: (r) => <InstantText at={r.orderedAt} /> },
      ]}
    />
  );
}

function OrderForm({ quarters }: { quarters: readonly string[] }) {
  const t = useText(subsidyDeskText);
  return (
    <Card title={t('desk.order')} lede={t('desk.order-about')}>
      <CommandForm intent="order">
        <SelectField
          name="quarter"
          label={t('desk.order-quarter')}
          options={quarters.map((q) => ({ value: q, label: q }))}
          required
        />
        <div>
          <Button>{t('desk.order')}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}

function FundForm({ payers, today }: { payers: readonly string[]; today: string }) {
  const t = useText(subsidyDeskText);
  const locale = useLocale();
  return (
    <FundingForm
      from={{
        name: 'payer',
        options: payers.map((value) => ({ value, label: wordOf(schemeWords, value, locale) })),
      }}
      today={today}
      words={{
        title: t('desk.fund'),
        from: t('desk.fund-payer'),
        amount: t('desk.fund-amount'),
        on: t('desk.fund-on'),
        reference: t('desk.fund-reference'),
        hint: t('desk.fund-hint'),
        send: t('desk.fund'),
      }}
    />
  );
}
