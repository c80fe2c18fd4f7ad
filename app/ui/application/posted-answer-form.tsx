import { dayCounts } from '~/domain/policy/day-count.ts';
import { repaymentMethods } from '~/domain/product/schedule.ts';
import { applicationText } from '~/text/application.ts';
import { bankText } from '~/text/application-bank.ts';
import { postingText } from '~/text/need-posting.ts';
import { methodWords } from '~/text/product-words.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { AmountField, NumberField } from '~/ui/parts/amount-field.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';
import type { PostedShown } from './posting-shown.ts';

/** A bank's terms for a posted need, or that it passes. */
export function PostedAnswerForm({ posted }: { posted: PostedShown }) {
  const t = useText(postingText);
  const reply = useReply('pass');
  return (
    <>
      <Card title={t('posted.answer')} lede={t('posted.answer-text')} tone="brand">
        <TermsForm posted={posted} />
      </Card>
      <ConfirmStep ask={t('posted.pass')} title={t('posted.pass')} open={reply !== null}>
        <p>{t('posted.pass-text')}</p>
        <CommandForm intent="pass">
          <Button variant="secondary">{t('posted.pass')}</Button>
        </CommandForm>
      </ConfirmStep>
    </>
  );
}

function TermsForm({ posted: { profile, products, today } }: { posted: PostedShown }) {
  const t = useText(postingText);
  const act = useText(bankText);
  const apps = useText(applicationText);
  const locale = useLocale();
  const name = useNamed();
  const fitting = products.filter(({ standing }) => standing !== null);
  return (
    <CommandForm intent="answer">
      <SelectField
        name="product"
        label={t('posted.product')}
        width="full"
        options={(fitting.length > 0 ? fitting : products).map((each) => ({
          value: each.id,
          label: name(each),
        }))}
      />
      <AmountField
        name="amount"
        unit="wan"
        label={act('act.amount')}
        defaultFen={profile.amountFen}
        required
      />
      <NumberField name="termMonths" label={act('act.months')} defaultValue={profile.termMonths} required />
      <NumberField name="rate" decimal label={act('act.rate')} hint={act('act.rate-hint')} required />
      <SelectField
        name="method"
        label={apps('terms.method')}
        width="full"
        options={repaymentMethods.map((method) => ({ value: method, label: methodWords[method][locale] }))}
      />
      <SelectField
        name="dayCount"
        label={apps('terms.day-count')}
        defaultValue="actual360"
        options={dayCounts.map((count) => ({ value: count, label: apps(`day-count.${count}`) }))}
      />
      <AmountField name="fee" unit="yuan" label={act('act.fee')} defaultFen="0" />
      <AmountField name="guaranteeFee" unit="yuan" label={act('act.guarantee-fee')} defaultFen="0" />
      <DateField name="validUntil" label={act('act.valid-until')} min={today} required />
      <TextAreaField name="conditions" label={act('act.conditions')} rows={2} />
      <Button>{t('posted.answer')}</Button>
    </CommandForm>
  );
}
