import { loanFlags } from '~/domain/policy/loan-facts.ts';
import { holidayRules } from '~/domain/product/due-dates.ts';
import { bankText } from '~/text/application-bank.ts';
import { showPpm } from '~/text/format.ts';
import { loanDueText } from '~/text/loan-due.ts';
import { penaltyText } from '~/text/loan-penalty.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { AmountField, NumberField } from '~/ui/parts/amount-field.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { CheckboxField } from '~/ui/parts/choice-field.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import type { PenaltyDefaults } from './bank-file-shown.ts';

/** The signed contract: its number and its day. */
export function ContractForm({ today }: { today: string }) {
  const t = useText(bankText);
  return (
    <Card title={t('act.contract')} tone="brand">
      <CommandForm intent="contract">
        <TextField name="contractNo" label={t('act.contract-no')} required autoComplete="off" />
        <DateField name="contractOn" label={t('act.contract-on')} defaultValue={today} max={today} required />
        <Button>{t('act.contract-do')}</Button>
      </CommandForm>
    </Card>
  );
}

/** When instalments and interest are due, as the contract says. */
function DueFields() {
  const t = useText(loanDueText);
  return (
    <>
      <SelectField
        name="dueDay"
        label={t('due.day')}
        hint={t('due.day-hint')}
        empty={t('due.day-of-drawdown')}
        options={dueDays.map((day) => ({ value: String(day), label: t('due.day-of-month', day) }))}
      />
      <SelectField
        name="holiday"
        label={t('due.holiday')}
        hint={t('due.holiday-hint')}
        empty={t('due.holiday.none')}
        options={holidayRules.map((value) => ({ value, label: t(`due.holiday.${value}`) }))}
      />
    </>
  );
}

const dueDays = Array.from({ length: 28 }, (_, i) => i + 1);

function PenaltyFields({ penalty }: { penalty: PenaltyDefaults }) {
  const t = useText(penaltyText);
  const locale = useLocale();
  const { bounds } = penalty;
  const uplift = (name: 'overdue' | 'misuse', ppm: number) => (
    <NumberField
      name={name}
      label={t(`penalty.${name}-label`)}
      hint={t(
        'penalty.bounds-hint',
        showPpm(bounds[name].minPpm, locale, 0),
        showPpm(bounds[name].maxPpm, locale, 0),
      )}
      unit="%"
      decimal
      defaultValue={ppm / 10_000}
    />
  );
  return (
    <fieldset className="stack min-w-0">
      <legend className="mb-1 font-medium">{t('penalty.title')}</legend>
      {uplift('overdue', penalty.overduePpm)}
      {uplift('misuse', penalty.misusePpm)}
      <CheckboxField
        name="compounds"
        value="yes"
        label={t('penalty.compounds')}
        defaultChecked={penalty.compounds}
      />
    </fieldset>
  );
}

/** The money paid out, with what the schemes ask at this moment. */
export function DisburseForm({ today, penalty }: { today: string; penalty: PenaltyDefaults | null }) {
  const t = useText(bankText);
  return (
    <Card title={t('act.disburse')} lede={t('act.disburse-lede')} tone="brand">
      <CommandForm intent="disburse">
        <DateField
          name="disbursedOn"
          label={t('act.disbursed-on')}
          defaultValue={today}
          max={today}
          required
        />
        <AmountField
          name="amount"
          label={t('act.first-amount')}
          hint={t('act.first-amount-hint')}
          unit="yuan"
        />
        <SelectField
          name="lprTenor"
          label={t('act.rate-kind')}
          hint={t('act.rate-kind-hint')}
          empty={t('act.rate-fixed')}
          options={(['1y', '5y'] as const).map((value) => ({ value, label: t(`act.rate-lpr-${value}`) }))}
        />
        <fieldset className="flex min-w-0 flex-col gap-1">
          <legend className="mb-1 font-medium">{t('act.flags')}</legend>
          {loanFlags.map((flag) => (
            <CheckboxField
              key={flag}
              id={`flag-${flag}`}
              name="flags"
              value={flag}
              label={t(`act.flag.${flag}`)}
            />
          ))}
        </fieldset>
        <DueFields />
        {penalty ? <PenaltyFields penalty={penalty} /> : null}
        <Button>{t('act.disburse-do')}</Button>
      </CommandForm>
    </Card>
  );
}
