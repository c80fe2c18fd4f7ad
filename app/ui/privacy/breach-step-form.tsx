import { type BreachStep, breachLevels } from '~/domain/privacy/breach.ts';
import { privacyDeskText } from '~/text/privacy-desk.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { NumberField } from '~/ui/parts/amount-field.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { RadioCards } from '~/ui/parts/choice-field.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { TextAreaField, TextField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';

type StepFormProps = { readonly step: BreachStep; readonly folded: boolean };

/** The form of the next step; where there is a choice of two, each opens in place. */
export function BreachStepForm({ step, folded }: StepFormProps) {
  const t = useText(privacyDeskText);
  const reply = useReply(step);
  const form = (
    <CommandForm intent={step}>
      <Fields step={step} />
      <FormActions>
        <Button>{t('breach.submit-step')}</Button>
      </FormActions>
    </CommandForm>
  );
  if (!folded) return <Card title={t(`breach.step.${step}`)}>{form}</Card>;
  return (
    <details open={reply !== null} className="rounded-sheet border border-line bg-sheet px-(--pad) py-3">
      <summary className="min-h-6 cursor-pointer font-semibold">{t(`breach.step.${step}`)}</summary>
      <div className="mt-3">{form}</div>
    </details>
  );
}

function Fields({ step }: { step: BreachStep }) {
  if (step === 'assessed') return <AssessedFields />;
  if (step === 'authority-notified') return <AuthorityFields />;
  if (step === 'subjects-notified') return <SubjectsFields />;
  return <OneText name={step === 'closed' ? 'lessons' : 'why'} />;
}

function AssessedFields() {
  const t = useText(privacyDeskText);
  return (
    <>
      <RadioCards
        name="level"
        legend={t('breach.level')}
        columns={3}
        options={breachLevels.map((level) => ({ value: level, label: t(`level.${level}`) }))}
      />
      <TextAreaField name="kinds" label={t('breach.kinds')} rows={2} maxLength={500} required />
      <NumberField name="people" label={t('breach.people')} required />
      <OneText name="harm" />
    </>
  );
}

function AuthorityFields() {
  const t = useText(privacyDeskText);
  return (
    <>
      <TextField name="authority" label={t('breach.authority')} maxLength={80} required />
      <TextField name="reference" label={t('breach.reference')} maxLength={80} optional />
      <OneText name="measures" />
    </>
  );
}

function SubjectsFields() {
  const t = useText(privacyDeskText);
  return (
    <>
      <TextAreaField name="codes" label={t('breach.codes')} hint={t('breach.codes-hint')} rows={4} required />
      <OneText name="measures" />
      <TextField name="contact" label={t('breach.contact')} maxLength={120} required />
    </>
  );
}

function OneText({ name }: { name: 'harm' | 'measures' | 'why' | 'lessons' }) {
  const t = useText(privacyDeskText);
  return <TextAreaField name={name} label={t(`breach.${name}`)} rows={3} maxLength={1_000} required />;
}
