import {
  choiceQuestions,
  codeQuestions,
  numberQuestions,
  plainQuestions,
  type Question,
} from '~/domain/product/question.ts';
import { gradeLadder } from '~/domain/product/vocabulary.ts';
import type { Locale, TextTable } from '~/text/define.ts';
import { translate } from '~/text/define.ts';
import { featureNames } from '~/text/feature.ts';
import { productDraftText } from '~/text/product-draft.ts';
import { firmKindWords, sizeWords, titleWords } from '~/text/product-words.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { NumberField } from '~/ui/parts/amount-field.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { CheckboxGroups } from '~/ui/parts/checkbox-groups.tsx';
import { CheckboxField } from '~/ui/parts/choice-field.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import type { DraftPageProps } from '~/ui/product/draft-props.ts';
import { useLocale, useText } from '~/ui/text.ts';

const groups = {
  plain: plainQuestions,
  number: numberQuestions,
  choice: [...choiceQuestions, ...codeQuestions],
  other: ['ask'],
} as const;

/** Adds a condition in two steps that need no scripts: what is asked, then what is wanted. */
export function ConditionForm({ draft }: { draft: DraftPageProps }) {
  const t = useText(productDraftText);
  const options = Object.entries(groups).flatMap(([group, questions]) =>
    questions.map((question) => ({
      value: question,
      label: t(`question.${question}`),
      group: t(`draft.group.${group as keyof typeof groups}`),
    })),
  );
  const here = `/bank/product-drafts/${draft.id}`;
  return (
    <div className="stack">
      <h3 className="text-lg font-semibold">{t('draft.add')}</h3>
      <p className="measure text-ink-soft">{t('draft.add-lede')}</p>
      <FilterBar clearTo={here} values={{ add: draft.question ?? undefined }} active={draft.question ? 1 : 0}>
        <SelectField name="add" label={t('draft.question')} options={options} empty={t('draft.choose')} />
      </FilterBar>
      {draft.question ? <Wanted draft={draft} question={draft.question} /> : null}
    </div>
  );
}

function Wanted({ draft, question }: { draft: DraftPageProps; question: Question }) {
  const t = useText(productDraftText);
  const lines = draft.lines.map((_, place) => ({
    value: String(place),
    label: t('draft.alternative-to', place + 1),
  }));
  return (
    <CommandForm intent="add">
      <input type="hidden" name="question" value={question} />
      <p className="font-semibold">{t(`question.${question}`)}</p>
      <Fields draft={draft} question={question} />
      <CheckboxField name="negated" label={t('draft.negated')} />
      <SelectField
        name="insteadOf"
        label={t('draft.instead-of')}
        options={lines}
        empty={t('draft.own-line')}
        width="md"
      />
      <FormActions>
        <Button type="submit">{t('draft.add-it')}</Button>
      </FormActions>
    </CommandForm>
  );
}

const among = (list: readonly string[], value: string) => list.includes(value);

function Fields({ draft, question }: { draft: DraftPageProps; question: Question }) {
  const t = useText(productDraftText);
  if (among(numberQuestions, question)) return <Bounds draft={draft} question={question} />;
  if (among(choiceQuestions, question)) return <Choices question={question} />;
  if (among(codeQuestions, question))
    return (
      <TextField
        name="codes"
        label={t('draft.codes')}
        hint={t(question === 'region' ? 'draft.region-hint' : 'draft.industry-hint')}
        width="full"
        code
        required
      />
    );
  if (question !== 'ask') return null;
  return (
    <>
      <TextField name="zh" label={t('draft.ask-zh')} width="full" required />
      <TextField name="en" label={t('draft.ask-en')} width="full" required />
    </>
  );
}

const nameOfFeature = (code: string, locale: Locale): string =>
  (translate(featureNames as TextTable, locale) as (key: string) => string)(code);

function Bounds({ draft, question }: { draft: DraftPageProps; question: string }) {
  const t = useText(productDraftText);
  const locale = useLocale();
  return (
    <>
      {question === 'feature' ? (
        <SelectField
          name="feature"
          label={t('question.feature')}
          hint={t('draft.feature-hint')}
          options={draft.features.map(({ code }) => ({ value: code, label: nameOfFeature(code, locale) }))}
          empty={t('draft.choose')}
          width="full"
          required
        />
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberField name="low" label={t('draft.low')} hint={t('draft.bound-hint')} decimal width="sm" />
        <NumberField name="high" label={t('draft.high')} decimal width="sm" />
      </div>
    </>
  );
}

const words = { 'firm-kind': firmKindWords, size: sizeWords, title: titleWords } as const;

function Choices({ question }: { question: string }) {
  const t = useText(productDraftText);
  const locale = useLocale();
  if (question === 'grade')
    return (
      <SelectField
        name="choice"
        label={t('draft.grade')}
        options={gradeLadder.toReversed().map((grade) => ({ value: grade, label: grade }))}
        width="sm"
        required
      />
    );
  const items = Object.entries(words[question as keyof typeof words]).map(([value, word]) => ({
    value,
    label: (word as { readonly [L in Locale]: string })[locale],
  }));
  return (
    <CheckboxGroups
      name="choice"
      legend={t(`question.${question as 'size'}`)}
      groups={[{ id: 'all', label: t('draft.choice'), items }]}
    />
  );
}
