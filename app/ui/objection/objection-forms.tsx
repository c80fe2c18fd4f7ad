import { objectionText } from '~/text/objection.ts';
import type { Named } from '~/ui/catalogue/named.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { AmountField } from '~/ui/parts/amount-field.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { RadioCards } from '~/ui/parts/choice-field.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextAreaField, TextField } from '~/ui/parts/text-field.tsx';
import { useNamed, useText } from '~/ui/text.ts';

const grounds = ['not-mine', 'wrong-content', 'already-cured', 'outdated', 'duplicate', 'other'] as const;

/** The firm objects to a record. */
export function FileForm() {
  const t = useText(objectionText);
  return (
    <Card id="object" title={t('objection.file')} lede={t('objection.file-lede')}>
      <CommandForm intent="object">
        <SelectField
          name="ground"
          label={t('objection.ground')}
          options={grounds.map((value) => ({ value, label: t(`objection.ground.${value}`) }))}
          required
        />
        <TextAreaField
          name="body"
          label={t('objection.body')}
          hint={t('objection.body-hint')}
          rows={5}
          maxLength={2000}
          required
        />
        <div>
          <Button>{t('objection.do')}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}

export function AppealForm() {
  const t = useText(objectionText);
  return (
    <Card title={t('objection.appeal')} lede={t('objection.appeal-lede')}>
      <CommandForm intent="appeal">
        <TextAreaField name="body" label={t('objection.appeal-body')} rows={4} maxLength={2000} required />
        <div>
          <Button>{t('objection.appeal-do')}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}

export function WithdrawForm() {
  const t = useText(objectionText);
  return (
    <ConfirmStep
      ask={t('objection.withdraw')}
      title={t('objection.withdraw-ask')}
      open={useReply('withdraw') !== null}
    >
      <CommandForm intent="withdraw">
        <div>
          <Button variant="danger">{t('objection.withdraw')}</Button>
        </div>
      </CommandForm>
    </ConfirmStep>
  );
}

type AnswerFormProps = {
  readonly isOwn: boolean;
  readonly hasAmount: boolean;
  readonly categories: readonly (Named & { readonly code: string })[];
  readonly today: string;
};

/** The written answer, with what becomes of the record. */
export function AnswerForm({ isOwn, hasAmount, categories, today }: AnswerFormProps) {
  const t = useText(objectionText);
  const name = useNamed();
  return (
    <Card title={t('objection.reply')} lede={t(isOwn ? 'objection.reply-own' : 'objection.reply-lede')}>
      <CommandForm intent="answer">
        <RadioCards
          name="verdict"
          legend={t('objection.verdict')}
          columns={3}
          options={(['upheld', 'partly', 'refused'] as const).map((value) => ({
            value,
            label: t(`objection.verdict.${value}`),
          }))}
        />
        <RadioCards
          name="change"
          legend={t('objection.change')}
          columns={3}
          options={(['none', 'correct', 'revoke'] as const).map((value) => ({
            value,
            label: t(`objection.change.${value}`),
          }))}
        />
        <fieldset className="grid gap-4 rounded-sheet border border-line p-(--pad) sm:grid-cols-2">
          <legend className="px-1 text-sm text-ink-soft">{t('objection.correct-hint')}</legend>
          <DateField name="occurredOn" label={t('objection.new.on')} max={today} />
          <DateField name="endedOn" label={t('objection.new.ended')} max={today} />
          {hasAmount ? <AmountField name="amount" label={t('objection.new.amount')} unit="yuan" /> : null}
          {categories.length > 0 ? (
            <SelectField
              name="category"
              label={t('objection.new.category')}
              empty={t('objection.new.keep')}
              options={categories.map((each) => ({ value: each.code, label: name(each) }))}
            />
          ) : null}
        </fieldset>
        <TextAreaField name="answer" label={t('objection.answer')} rows={5} maxLength={2000} required />
        <TextField name="evidence" label={t('objection.evidence')} maxLength={300} width="full" required />
        <div>
          <Button>{t('objection.reply-do')}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}

export function ForwardForm() {
  const t = useText(objectionText);
  return (
    <Card title={t('objection.forward')} lede={t('objection.forward-lede')}>
      <CommandForm intent="forward">
        <TextAreaField name="body" label={t('objection.forward-note')} rows={2} maxLength={1000} required />
        <div>
          <Button>{t('objection.forward-do')}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}

export function ExtendForm() {
  const t = useText(objectionText);
  return (
    <Card title={t('objection.extend')}>
      <CommandForm intent="extend">
        <TextAreaField name="body" label={t('objection.extend-reason')} rows={2} maxLength={1000} required />
        <div>
          <Button variant="secondary">{t('objection.extend-do')}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}

export function ReviewForm() {
  const t = useText(objectionText);
  return (
    <Card title={t('objection.review')}>
      <CommandForm intent="review">
        <RadioCards
          name="outcome"
          legend={t('objection.review-outcome')}
          columns={2}
          options={(['send-back', 'dismiss'] as const).map((value) => ({
            value,
            label: t(`objection.review.${value}`),
          }))}
        />
        <TextAreaField name="body" label={t('objection.review-reason')} rows={3} maxLength={2000} required />
        <div>
          <Button>{t('objection.review-do')}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}
