import { declineReasonCodes } from '~/domain/application/decline-reason.ts';
import { dayCounts } from '~/domain/policy/day-count.ts';
import { repaymentMethods } from '~/domain/product/schedule.ts';
import { applicationText } from '~/text/application.ts';
import { bankText } from '~/text/application-bank.ts';
import { declineReasonWords } from '~/text/decline-reason.ts';
import { methodWords } from '~/text/product-words.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { AmountField, NumberField } from '~/ui/parts/amount-field.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { CheckboxField } from '~/ui/parts/choice-field.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import type { BankFileShown } from './bank-file-shown.ts';

/** The officer's proposal to approve, on terms. */
export function ApproveForm({ file }: { file: BankFileShown }) {
  const t = useText(bankText);
  const apps = useText(applicationText);
  const locale = useLocale();
  const { application } = file;
  return (
    <Card title={t('act.approve')} lede={t('act.approve-lede')} tone="brand">
      <CommandForm intent="approve">
        <AmountField
          name="amount"
          unit="wan"
          label={t('act.amount')}
          defaultFen={application.amountFen}
          required
        />
        <NumberField
          name="termMonths"
          label={t('act.months')}
          defaultValue={application.termMonths}
          required
        />
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
        <DateField
          name="validUntil"
          label={t('act.valid-until')}
          defaultValue={file.offerUntil}
          min={file.today}
          required
        />
        <TextAreaField name="conditions" label={t('act.conditions')} rows={2} />
        <Button>{t('act.propose-approve')}</Button>
      </CommandForm>
    </Card>
  );
}

/** The officer's proposal to decline, for one to four listed reasons. */
export function DeclineForm() {
  const t = useText(bankText);
  const locale = useLocale();
  const reply = useReply('decline');
  return (
    <ConfirmStep ask={t('act.decline')} tone="danger" title={t('act.decline')} open={reply !== null}>
      <p>{t('act.decline-lede')}</p>
      <CommandForm intent="decline">
        <fieldset className="flex min-w-0 flex-col gap-1">
          <legend className="mb-1 font-medium">{t('act.reasons')}</legend>
          {declineReasonCodes.map((code) => (
            <CheckboxField
              key={code}
              id={`reason-${code}`}
              name="reasons"
              value={code}
              label={declineReasonWords[code][locale].reason}
            />
          ))}
        </fieldset>
        <Button variant="danger">{t('act.propose-decline')}</Button>
      </CommandForm>
    </ConfirmStep>
  );
}
