import type { ReactNode } from 'react';
import { borrowerSizes } from '~/domain/loan/servicing-rules.ts';
import { repaymentMethods } from '~/domain/product/schedule.ts';
import { loanText } from '~/text/loan.ts';
import { servicingText } from '~/text/loan-servicing.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { AmountField } from '~/ui/parts/amount-field.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';

export type ServicedLoan = {
  readonly disbursedOn: string;
  readonly today: string;
  readonly undrawnFen: string;
  readonly hasProposal: boolean;
};

type StepName =
  | 'drawdown'
  | 'rate-change'
  | 'extension'
  | 'renewal'
  | 'restructuring'
  | 'write-off'
  | Finding;
type Finding = 'misuse' | 'technical-overdue';
const findings: readonly Finding[] = ['technical-overdue', 'misuse'];

/** One thing that can happen to the loan: asked for, explained, then recorded. */
function Step(props: {
  name: StepName;
  loan: ServicedLoan;
  about: string;
  danger?: boolean;
  button?: string;
  children: ReactNode;
}) {
  const { name, loan, about, danger = false, button, children } = props;
  const t = useText(servicingText);
  const reply = useReply(name);
  const tone = danger ? 'danger' : 'plain';
  return (
    <ConfirmStep ask={t(`servicing.ask.${name}`)} title={about} tone={tone} open={reply !== null}>
      <CommandForm intent={name}>
        <DateField
          name="on"
          label={t('servicing.on')}
          hint={t('servicing.on-hint')}
          min={loan.disbursedOn}
          max={loan.today}
          defaultValue={loan.today}
          required
        />
        {children}
        <FormActions>
          <Button variant={danger ? 'danger' : 'primary'}>{button ?? t('servicing.do')}</Button>
        </FormActions>
      </CommandForm>
    </ConfirmStep>
  );
}

/** What the officer can record on a live loan beside a payment. */
export function ServicingForms({ loan }: { loan: ServicedLoan }) {
  const t = useText(servicingText);
  const methods = useMethods();
  const months = (label: string) => (
    <TextField name="months" label={label} inputMode="numeric" width="xs" autoComplete="off" required />
  );
  const rate = (
    <TextField
      name="rate"
      label={t('servicing.rate-label')}
      inputMode="decimal"
      width="xs"
      suffix="%"
      autoComplete="off"
      required
    />
  );
  return (
    <Section title={t('servicing.actions')}>
      <div className="flex flex-col items-start gap-3">
        {loan.undrawnFen === '0' ? null : (
          <Step name="drawdown" loan={loan} about={t('servicing.about.drawdown', loan.undrawnFen)}>
            <AmountField name="amount" label={t('servicing.amount')} unit="yuan" required />
          </Step>
        )}
        <Step name="rate-change" loan={loan} about={t('servicing.about.rate-change')}>
          {rate}
        </Step>
        <Step name="extension" loan={loan} about={t('servicing.about.extension')}>
          {months(t('servicing.months-label'))}
          <TextField name="reason" label={t('servicing.reason')} autoComplete="off" required />
        </Step>
        <Step name="renewal" loan={loan} about={t('servicing.about.renewal')}>
          <TextField name="contractNo" label={t('servicing.contract-no')} autoComplete="off" required />
          {months(t('servicing.term-label'))}
          {rate}
          {methods}
          <SelectField
            name="size"
            label={t('servicing.size')}
            required
            empty=""
            options={borrowerSizes.map((value) => ({ value, label: t(`servicing.size.${value}`) }))}
          />
        </Step>
        <Step name="restructuring" loan={loan} about={t('servicing.about.restructuring')} danger>
          {months(t('servicing.term-label'))}
          {rate}
          {methods}
          <TextField name="reason" label={t('servicing.reason')} autoComplete="off" required />
        </Step>
        {findings.map((name) => (
          <Step
            key={name}
            name={name}
            loan={loan}
            about={t(`servicing.about.${name}`)}
            danger={name === 'misuse'}
          >
            <TextField name="reason" label={t('servicing.reason')} autoComplete="off" required />
          </Step>
        ))}
        {loan.hasProposal ? null : (
          <Step
            name="write-off"
            loan={loan}
            about={t('servicing.about.write-off')}
            button={t('servicing.propose')}
            danger
          >
            <TextField name="reason" label={t('servicing.reason')} autoComplete="off" required />
          </Step>
        )}
      </div>
    </Section>
  );
}

function useMethods() {
  const t = useText(servicingText);
  const tl = useText(loanText);
  return (
    <SelectField
      name="method"
      label={t('servicing.method-label')}
      required
      options={repaymentMethods.map((value) => ({ value, label: tl(`loan.method.${value}`) }))}
    />
  );
}
