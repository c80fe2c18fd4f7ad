import type { TradeKind, TradeState } from '~/domain/application/trade-claim.ts';
import { tradeText } from '~/text/trade.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { AmountField } from '~/ui/parts/amount-field.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { DayText, InstantText, Money } from '~/ui/parts/figures.tsx';
import { TextAreaField, TextField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';

/** A claim as loaders hand it to pages. */
export type TradeShown = {
  readonly id: string;
  readonly kind: TradeKind;
  readonly buyer: string;
  readonly byAccount: boolean;
  readonly reference: string;
  readonly amountFen: string;
  readonly dueOn: string;
  readonly answerUntil: string;
  readonly overdue: boolean;
  readonly state: TradeState;
  readonly confirmedFen: string | null;
  readonly mostFen: string;
  readonly answeredAt: string | null;
  readonly answeredName: string | null;
  readonly answeredBy: 'account' | 'link' | null;
  readonly note: string | null;
};

const tones = { asked: 'info', confirmed: 'good', disputed: 'alert', withdrawn: 'mute' } as const;

export function TradeBadge({ claim }: { claim: Pick<TradeShown, 'state' | 'overdue'> }) {
  const t = useText(tradeText);
  return (
    <span className="flex flex-wrap gap-1">
      <Badge tone={tones[claim.state]}>{t(`trade.state.${claim.state}`)}</Badge>
      {claim.overdue ? <Badge tone="warn">{t('trade.overdue')}</Badge> : null}
    </span>
  );
}

/** What was asked and, once it is there, what the buyer said and who said it how. */
export function TradeFacts({ claim, seller }: { claim: TradeShown; seller?: string }) {
  const t = useText(tradeText);
  const answered = claim.answeredBy
    ? [
        {
          term: t('trade.answered'),
          value: `${claim.answeredName ?? ''} · ${t(`trade.by.${claim.answeredBy}`)}`,
          note: claim.answeredAt ? <InstantText at={claim.answeredAt} /> : undefined,
        },
      ]
    : [];
  return (
    <DefinitionList
      layout="grid"
      items={[
        ...(seller ? [{ term: t('trade.seller'), value: seller }] : []),
        { term: t('trade.kind'), value: t(`trade.kind.${claim.kind}`) },
        { term: t('trade.buyer'), value: claim.buyer },
        { term: t('trade.reference'), value: claim.reference },
        { term: t('trade.amount'), value: <Money fen={claim.amountFen} /> },
        { term: t('trade.due'), value: <DayText day={claim.dueOn} /> },
        { term: t('trade.until'), value: <DayText day={claim.answerUntil} /> },
        ...(claim.confirmedFen
          ? [
              { term: t('trade.confirmed'), value: <Money fen={claim.confirmedFen} /> },
              { term: t('trade.most'), value: <Money fen={claim.mostFen} /> },
            ]
          : []),
        ...answered,
        ...(claim.note ? [{ term: t('trade.note'), value: claim.note }] : []),
      ]}
    />
  );
}

/** The buyer's answer: confirm an amount, or say why not. `id` names the claim where a page asks about several. */
export function TradeAnswerForms({ claim, id }: { claim: TradeShown; id?: string }) {
  const t = useText(tradeText);
  const named = id ? <input type="hidden" name="id" value={id} /> : null;
  return (
    <div className="stack-sm">
      <CommandForm id={`confirm-${claim.id}`} intent="answer">
        {named}
        <input type="hidden" name="answer" value="confirm" />
        <AmountField
          id={`amount-${claim.id}`}
          name="amount"
          unit="yuan"
          label={t('trade.confirm-amount')}
          defaultFen={claim.amountFen}
          required
        />
        <TextField id={`name-${claim.id}`} name="name" label={t('trade.name')} maxLength={40} required />
        <Button>{t('trade.confirm')}</Button>
      </CommandForm>
      <ConfirmStep ask={t('trade.dispute')} title={t('trade.dispute')}>
        <CommandForm id={`dispute-${claim.id}`} intent="answer">
          {named}
          <input type="hidden" name="answer" value="dispute" />
          <TextAreaField
            id={`note-${claim.id}`}
            name="note"
            label={t('trade.dispute-why')}
            rows={3}
            maxLength={400}
            required
          />
          <TextField id={`who-${claim.id}`} name="name" label={t('trade.name')} maxLength={40} required />
          <Button variant="secondary">{t('trade.dispute')}</Button>
        </CommandForm>
      </ConfirmStep>
    </div>
  );
}
