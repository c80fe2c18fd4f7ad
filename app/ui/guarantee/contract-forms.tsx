import { showFen, showPpm } from '~/text/format.ts';
import { guaranteeText } from '~/text/guarantee.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { AmountField, NumberField } from '~/ui/parts/amount-field.tsx';
import { Button, ButtonRow } from '~/ui/parts/button.tsx';
import { Card, CardGrid } from '~/ui/parts/card.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextAreaField, TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

/** The officer proposes to accept at a fee, or refuses with a reason. */
export function AnswerForms({ feeAimPpm }: { feeAimPpm: number }) {
  const t = useText(guaranteeText);
  const locale = useLocale();
  return (
    <CardGrid>
      <Card title={t('guarantee.answer')}>
        <CommandForm intent="accept">
          <NumberField
            name="fee"
            label={t('guarantee.fee-label')}
            hint={t('guarantee.fee-hint', showPpm(feeAimPpm, locale, 0))}
            unit="%"
            decimal
            required
          />
          <div>
            <Button>{t('guarantee.accept')}</Button>
          </div>
        </CommandForm>
      </Card>
      <Card title={t('guarantee.refuse')}>
        <CommandForm intent="refuse">
          <TextAreaField name="note" label={t('guarantee.refuse-note')} rows={2} maxLength={500} required />
          <div>
            <Button variant="danger">{t('guarantee.refuse')}</Button>
          </div>
        </CommandForm>
      </Card>
    </CardGrid>
  );
}

/** The reviewer brings it into force or sends it back. */
export function DecideForms() {
  const t = useText(guaranteeText);
  return (
    <ButtonRow>
      <CommandForm intent="confirm">
        <Button>{t('guarantee.confirm')}</Button>
      </CommandForm>
      <CommandForm intent="return">
        <Button variant="secondary">{t('guarantee.send-back')}</Button>
      </CommandForm>
    </ButtonRow>
  );
}

/** What the bank asks to be paid, and the form to decline it; it is paid by recording the payment. */
export function DemandCard({ demand, mayAnswer }: DemandCardProps) {
  const t = useText(guaranteeText);
  const locale = useLocale();
  return (
    <>
      <Notice tone="warn" title={t('guarantee.demand', showFen(demand.amountFen, locale), demand.on)}>
        {demand.note ?? t('guarantee.demand-next')}
      </Notice>
      {mayAnswer ? (
        <Card title={t('guarantee.decline')}>
          <CommandForm intent="decline">
            <TextAreaField
              name="note"
              label={t('guarantee.decline-note')}
              rows={2}
              maxLength={500}
              required
            />
            <div>
              <Button variant="danger">{t('guarantee.decline')}</Button>
            </div>
          </CommandForm>
        </Card>
      ) : null}
    </>
  );
}

type DemandCardProps = {
  readonly demand: { readonly on: string; readonly amountFen: string; readonly note: string | null };
  readonly mayAnswer: boolean;
};

type MoneyFormProps = {
  readonly agreedOn: string;
  readonly today: string;
  readonly demandedFen: string | null;
};

const moneyKinds = ['paid', 'recovered', 'fee'] as const;

/** Money paid to the bank, got back from the borrower, or taken as the fee. */
export function MoneyForm({ agreedOn, today, demandedFen }: MoneyFormProps) {
  const t = useText(guaranteeText);
  return (
    <Card title={t('guarantee.money')}>
      <CommandForm intent="money">
        <SelectField
          name="kind"
          label={t('guarantee.money-kind')}
          options={moneyKinds.map((value) => ({
            value,
            label: t(`guarantee.event.${value}`),
          }))}
          required
        />
        <AmountField
          name="amount"
          label={t('guarantee.amount')}
          unit="yuan"
          defaultFen={demandedFen ?? undefined}
          required
        />
        <DateField
          name="on"
          label={t('guarantee.on')}
          min={agreedOn}
          max={today}
          defaultValue={today}
          required
        />
        <div>
          <Button>{t('guarantee.money-do')}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}

export function AffiliateForm() {
  const t = useText(guaranteeText);
  return (
    <Card title={t('guarantee.affiliate')} lede={t('guarantee.affiliate-about')}>
      <CommandForm intent="affiliate">
        <TextField name="uscc" label={t('guarantee.affiliate-code')} maxLength={18} code required />
        <div>
          <Button variant="secondary">{t('guarantee.affiliate')}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}

export function ReleaseForm() {
  const t = useText(guaranteeText);
  return (
    <Card title={t('guarantee.release')} lede={t('guarantee.release-ask')}>
      <CommandForm intent="release">
        <div>
          <Button variant="danger">{t('guarantee.release')}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}
