import { alertText } from '~/text/alert.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { CheckboxField, RadioCards } from '~/ui/parts/choice-field.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';

/** The firm's right of reply. */
export function AnswerForm() {
  const t = useText(alertText);
  return (
    <Card title={t('alert.answer.title')}>
      <CommandForm>
        <TextAreaField
          name="text"
          label={t('alert.answer.label')}
          hint={t('alert.answer.hint')}
          rows={5}
          required
        />
        <Button>{t('alert.answer.do')}</Button>
      </CommandForm>
    </Card>
  );
}

/** A note in the case; a bank may keep it to itself. */
export function FollowUpForm({ side }: { side: 'bank' | 'operator' }) {
  const t = useText(alertText);
  return (
    <Card title={t('alert.follow.title')}>
      <CommandForm intent="follow-up">
        <TextAreaField name="text" label={t('alert.follow.label')} rows={3} required />
        {side === 'bank' ? <CheckboxField name="bankOnly" label={t('alert.follow.bank-only')} /> : null}
        <Button variant="secondary">{t('alert.follow.do')}</Button>
      </CommandForm>
    </Card>
  );
}

const verdicts = ['confirmed', 'explained', 'cured', 'false-alarm'] as const;

/** The officer's verdict, from the fixed list. */
export function CloseForm() {
  const t = useText(alertText);
  return (
    <Card title={t('alert.close.title')}>
      <CommandForm intent="close">
        <RadioCards
          name="verdict"
          legend={t('alert.close.verdict')}
          columns={2}
          options={verdicts.map((v) => ({ value: v, label: t(`alert.verdict.${v}`) }))}
        />
        <TextAreaField name="note" label={t('alert.close.note')} rows={3} required />
        <Button>{t('alert.close.do')}</Button>
      </CommandForm>
    </Card>
  );
}
