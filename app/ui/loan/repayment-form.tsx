import { loanText } from '~/text/loan.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { AmountField } from '~/ui/parts/amount-field.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { useText } from '~/ui/text.ts';

/** The officer records money that came back. */
export function RepaymentForm({ disbursedOn, today }: { disbursedOn: string; today: string }) {
  const t = useText(loanText);
  return (
    <Card title={t('loan.record.title')}>
      <CommandForm>
        <DateField
          name="paidOn"
          label={t('loan.record.paid-on')}
          hint={t('loan.record.paid-on-hint')}
          min={disbursedOn}
          max={today}
          defaultValue={today}
          required
        />
        <AmountField name="principal" label={t('loan.record.principal')} unit="yuan" required />
        <AmountField name="interest" label={t('loan.record.interest')} unit="yuan" required />
        <Button>{t('loan.record.do')}</Button>
      </CommandForm>
    </Card>
  );
}
