import { dayCounts } from '~/domain/policy/day-count.ts';
import { repaymentMethods } from '~/domain/product/schedule.ts';
import { applicationText } from '~/text/application.ts';
import { bankText } from '~/text/application-bank.ts';
import { methodWords } from '~/text/product-words.ts';
import { AmountField, NumberField } from '~/ui/parts/amount-field.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Props = {
  readonly amountFen: string;
  readonly termMonths: number;
  /** The first day that the terms may hold until, and the one proposed. */
  readonly today: string;
  readonly until?: string | undefined;
};

/** The terms that a bank states, whether on an application or on a posted need. */
export function TermsFields({ amountFen, termMonths, today, until }: Props) {
  const t = useText(bankText);
  const apps = useText(applicationText);
  const locale = useLocale();
  return (
    <>
      <AmountField name="amount" unit="wan" label={t('act.amount')} defaultFen={amountFen} required />
      <NumberField name="termMonths" label={t('act.months')} defaultValue={termMonths} required />
      <NumberField name="rate" decimal label={t('act.rate')} hint={t('act.rate-hint')} required />
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
      <AmountField name="fee" unit="yuan" label={t('act.fee')} defaultFen="0" />
      <AmountField name="guaranteeFee" unit="yuan" label={t('act.guarantee-fee')} defaultFen="0" />
      <DateField name="validUntil" label={t('act.valid-until')} defaultValue={until} min={today} required />
      <TextAreaField name="conditions" label={t('act.conditions')} rows={2} />
    </>
  );
}
