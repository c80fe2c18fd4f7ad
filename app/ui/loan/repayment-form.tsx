import { prepaymentEffects } from '~/domain/loan/event.ts';
import { loanText } from '~/text/loan.ts';
import { servicingText } from '~/text/loan-servicing.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { AmountField } from '~/ui/parts/amount-field.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { useText } from '~/ui/text.ts';

type RepaymentProps = {
  readonly disbursedOn: string;
  readonly today: string;
  /** After a write-off, money that comes in is a recovery and changes no schedule. */
  readonly recovery?: boolean;
};

/** The officer records money that came back: as due, ahead of it, or recovered after a write-off. */
export function RepaymentForm({ disbursedOn, today, recovery = false }: RepaymentProps) {
  const t = useText(loanText);
  const ts = useText(servicingText);
  return (
    <Card title={recovery ? ts('servicing.recovery') : t('loan.record.title')}>
      <CommandForm intent={recovery ? 'recovery' : 'repayment'}>
        <DateField
          name="paidOn"
          label={t('loan.record.paid-on')}
          hint={t('loan.record.paid-on-hint')}
          min={disbursedOn}
          max={today}
          defaultValue={today}
          required
        />
        {recovery ? null : (
          <SelectField
            name="ahead"
            label={ts('servicing.ahead')}
            width="full"
            empty={ts('servicing.ahead-none')}
            options={prepaymentEffects.map((value) => ({ value, label: ts(`servicing.ahead-${value}`) }))}
          />
        )}
        <AmountField name="principal" label={t('loan.record.principal')} unit="yuan" required />
        <AmountField name="interest" label={t('loan.record.interest')} unit="yuan" required />
        <AmountField name="penalty" label={ts('servicing.penalty')} unit="yuan" />
        <FormActions>
          <Button>{t('loan.record.do')}</Button>
        </FormActions>
      </CommandForm>
    </Card>
  );
}
