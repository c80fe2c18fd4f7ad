import { tradeKinds } from '~/domain/application/trade-claim.ts';
import { tradeText } from '~/text/trade.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { AmountField } from '~/ui/parts/amount-field.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, Money } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';
import { TradeAnswerForms, TradeBadge, TradeFacts, type TradeShown } from './trade-parts.tsx';

export type TradePageProps = {
  readonly today: string;
  readonly answerDays: number;
  readonly own: readonly TradeShown[];
  readonly asked: readonly (TradeShown & { readonly seller: string })[];
  readonly mayAsk: boolean;
};

/** Orders and receivables of the firm, and what other firms ask it as their buyer. */
export function TradePage({ today, answerDays, own, asked, mayAsk }: TradePageProps) {
  const t = useText(tradeText);
  return (
    <div className="stack-lg">
      <PageHeader title={t('trade.title')} lede={t('trade.lede')} />
      {asked.length > 0 ? (
        <Section title={t('trade.asked')} lede={t('trade.asked-lede', answerDays)}>
          {asked.map((claim) => (
            <Card key={claim.id} title={claim.reference} actions={<TradeBadge claim={claim} />}>
              <div className="stack">
                <TradeFacts claim={claim} seller={claim.seller} />
                {mayAsk && claim.state === 'asked' ? <TradeAnswerForms claim={claim} id={claim.id} /> : null}
              </div>
            </Card>
          ))}
        </Section>
      ) : null}
      <Section title={t('trade.own')}>
        <OwnTrades own={own} />
      </Section>
      {mayAsk ? <AskBuyer today={today} /> : null}
    </div>
  );
}

function OwnTrades({ own }: Pick<TradePageProps, 'own'>) {
  const t = useText(tradeText);
  return (
    <DataTable
      caption={t('trade.own')}
      captionHidden
      rows={own}
      rowKey={(claim) => claim.id}
      empty={<EmptyState title={t('trade.own-none')}>{t('trade.own-none-next')}</EmptyState>}
      columns={[
        {
          key: 'reference',
          header: t('trade.reference'),
          primary: true,
          cell: (claim) => <TextLink to={`/my/trade/${claim.id}`}>{claim.reference}</TextLink>,
        },
        { key: 'kind', header: t('trade.kind'), cell: (claim) => t(`trade.kind.${claim.kind}`) },
        { key: 'buyer', header: t('trade.buyer'), cell: (claim) => claim.buyer },
        {
          key: 'amount',
          header: t('trade.amount'),
          align: 'end',
          cell: (claim) => <Money fen={claim.amountFen} />,
        },
        {
          key: 'confirmed',
          header: t('trade.confirmed'),
          align: 'end',
          cell: (claim) => (claim.confirmedFen ? <Money fen={claim.confirmedFen} /> : '—'),
        },
        { key: 'until', header: t('trade.until'), cell: (claim) => <DayText day={claim.answerUntil} /> },
        { key: 'state', header: t('trade.state'), cell: (claim) => <TradeBadge claim={claim} /> },
      ]}
    />
  );
}

function AskBuyer({ today }: { today: string }) {
  const t = useText(tradeText);
  return (
    <Card title={t('trade.ask')}>
      <CommandForm intent="ask">
        <SelectField
          name="kind"
          label={t('trade.kind')}
          options={tradeKinds.map((kind) => ({ value: kind, label: t(`trade.kind.${kind}`) }))}
        />
        <TextField name="buyerName" label={t('trade.buyer')} maxLength={80} required />
        <TextField
          name="buyerCode"
          label={t('trade.buyer-code')}
          hint={t('trade.buyer-code-hint')}
          maxLength={18}
        />
        <TextField name="reference" label={t('trade.reference')} maxLength={60} required />
        <AmountField name="amount" unit="yuan" label={t('trade.amount')} required />
        <DateField name="dueOn" label={t('trade.due')} min={today} required />
        <Button>{t('trade.ask')}</Button>
      </CommandForm>
    </Card>
  );
}
