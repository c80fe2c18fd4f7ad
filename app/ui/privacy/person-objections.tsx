import { personRightsText } from '~/text/person-rights.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { showDay, showFen, showInstant } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { RadioCards } from '~/ui/parts/choice-field.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';
import type { NamedShown } from './privacy-shown.ts';

export type PersonObjectionShown = {
  readonly id: string;
  readonly name: NamedShown;
  readonly firm: string;
  readonly provider: NamedShown | null;
  readonly record: {
    readonly from: string;
    readonly to: string | null;
    readonly amountFen: string | null;
  } | null;
  /** Null once the person had it erased. */
  readonly words: string | null;
  readonly answer: string | null;
  readonly verdict: 'upheld' | 'refused' | null;
  readonly filedAt: string;
  readonly dueOn: string;
  readonly answererName: string | null;
};

type ListProps = {
  readonly objections: readonly PersonObjectionShown[];
  readonly mayAnswer: boolean;
  readonly today: string;
};

/** Objections of natural persons to records about them, and the form that answers one. */
export function PersonObjections({ objections, mayAnswer, today }: ListProps) {
  const t = useText(personRightsText);
  return (
    <Section id="persons" title={t('person.desk')} lede={t('person.desk-lede')}>
      {objections.length === 0 ? <EmptyState title={t('person.desk-none')} /> : null}
      <ul className="stack">
        {objections.map((objection) => (
          <li key={objection.id}>
            <Line objection={objection} mayAnswer={mayAnswer} today={today} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Line({
  objection,
  mayAnswer,
  today,
}: Omit<ListProps, 'objections'> & { objection: PersonObjectionShown }) {
  const t = useText(personRightsText);
  const name = useNamed();
  const locale = useLocale();
  const { verdict, provider, record, words, answer } = objection;
  const isPending = verdict === null;
  const says = record && [
    t('person.span', record.from, record.to ?? t('person.until-now')),
    record.amountFen ? showFen(record.amountFen, locale) : null,
  ];
  return (
    <Card
      level={3}
      title={name(objection.name)}
      lede={[objection.firm, provider ? name(provider) : null, showInstant(objection.filedAt, locale)]
        .filter(Boolean)
        .join(' · ')}
      actions={
        isPending ? (
          <Badge tone={objection.dueOn < today ? 'bad' : 'warn'}>
            {objection.dueOn < today ? `${t('person.overdue')} · ` : ''}
            {t('person.objection-due', showDay(objection.dueOn, locale))}
          </Badge>
        ) : (
          <Badge tone="mute">{t(`person.verdict.${verdict}`)}</Badge>
        )
      }
    >
      <div className="stack">
        {says ? <p className="num text-ink-soft">{says.filter(Boolean).join(' · ')}</p> : null}
        <p className="measure whitespace-pre-line">{words ?? t('person.desk-erased')}</p>
        {answer ? (
          <p className="text-ink-soft">
            {t('person.answer-is', answer)} {objection.answererName}
          </p>
        ) : null}
        {isPending && mayAnswer && words !== null ? <AnswerForm id={objection.id} /> : null}
      </div>
    </Card>
  );
}

function AnswerForm({ id }: { id: string }) {
  const t = useText(personRightsText);
  const form = `answer-${id}`;
  return (
    <ConfirmStep
      ask={t('person.desk-answer')}
      title={t('person.desk-verdict')}
      open={useReply('answer', form) !== null}
    >
      <CommandForm intent="answer" id={form}>
        <input type="hidden" name="objection" value={id} />
        <RadioCards
          name="verdict"
          legend={t('person.desk-verdict')}
          columns={2}
          options={(['upheld', 'refused'] as const).map((value) => ({
            value,
            label: t(`person.verdict.${value}`),
          }))}
        />
        <TextAreaField name="answer" label={t('person.desk-answer')} rows={3} maxLength={1_000} required />
        <FormActions>
          <Button>{t('person.desk-do')}</Button>
        </FormActions>
      </CommandForm>
    </ConfirmStep>
  );
}
