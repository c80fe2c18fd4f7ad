import type { FieldNode } from '~/domain/policy/editor/node.ts';
import type { Typed } from '~/domain/policy/editor/value.ts';
import type { Locale } from '~/text/define.ts';
import { labelOf, policyEditorText, wordOption } from '~/text/policy-editor.ts';
import { schemeWords } from '~/text/policy-words.ts';
import { AmountField, NumberField } from '~/ui/parts/amount-field.tsx';
import { CheckboxField } from '~/ui/parts/choice-field.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { FieldGroup } from '~/ui/parts/form.tsx';
import { useFormScope } from '~/ui/parts/form-scope.ts';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextAreaField, TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type ValueFieldProps = { readonly node: FieldNode; readonly name: string; readonly value: Typed | undefined };

const unitKeys = {
  maxMonths: 'editor.months',
  maxTermMonths: 'editor.months',
  days: 'editor.days',
  leverage: 'editor.times',
  parts: 'editor.parts',
} as const;

/** One figure of a scheme in the control and the unit that suit it. */
export function ValueField({ node, name, value }: ValueFieldProps) {
  const t = useText(policyEditorText);
  const locale = useLocale();
  const text = typeof value === 'string' ? value : undefined;
  const label = labelOf(node.at, locale);
  const isOptional = node.empty !== undefined;
  const base = { name, label, ...(isOptional && { optional: true }) };
  const hint = isOptional ? t('editor.optional-hint') : undefined;
  const options = (node.options ?? []).map((each) => ({ value: each, label: wordOption(each, locale) }));
  if (node.kind === 'yes') return <CheckboxField name={name} label={label} defaultChecked={text === 'yes'} />;
  if (node.kind === 'choice')
    return (
      <SelectField
        {...base}
        options={options}
        defaultValue={text}
        empty={isOptional || !text ? t('editor.none') : undefined}
      />
    );
  if (node.kind === 'choices') return <Choices node={node} name={name} value={value} />;
  if (node.kind === 'day') return <DateField {...base} defaultValue={text} />;
  if (node.kind === 'wan') return <AmountField {...base} hint={hint} unit="wan" defaultValue={text} />;
  if (node.kind === 'yuan') return <AmountField {...base} hint={hint} unit="yuan" defaultValue={text} />;
  if (node.kind === 'percent')
    return <NumberField {...base} hint={hint} unit="%" decimal defaultValue={text} />;
  if (node.kind === 'count') {
    const unit = unitKeys[node.at as keyof typeof unitKeys];
    return <NumberField {...base} hint={hint} unit={unit && t(unit)} defaultValue={text} />;
  }
  if (node.kind === 'pairs')
    return <TextAreaField {...base} hint={t('editor.pairs-hint')} rows={3} defaultValue={text} />;
  if (node.kind === 'proven')
    return <TextAreaField {...base} hint={t('editor.proven-hint')} rows={2} optional defaultValue={text} />;
  const isCodes = node.kind === 'codes';
  const about = [isCodes ? t('editor.codes-hint') : hint, namesOf(text ?? '', locale)]
    .filter(Boolean)
    .join(' ');
  return <TextField {...base} hint={about || undefined} width="full" defaultValue={text} code={isCodes} />;
}

/** What codes that stand in a field mean, where they have names. */
const namesOf = (text: string, locale: Locale): string =>
  text
    .split(' ')
    .map((code) => schemeWords[code]?.[locale] ?? '')
    .filter((name) => name !== '')
    .join(locale === 'en' ? ', ' : '、');

/** Several choices as small boxes in a row: they stand within rows of a table. */
function Choices({ node, name, value }: ValueFieldProps) {
  const t = useText(policyEditorText);
  const locale = useLocale();
  const scope = useFormScope();
  const typed = Object.keys(scope.values).length > 0 ? (scope.values[name] ?? []) : value;
  const chosen = new Set(typeof typed === 'string' ? [typed] : ((typed ?? []) as readonly string[]));
  return (
    <FieldGroup
      legend={<span className="text-base font-medium">{labelOf(node.at, locale)}</span>}
      hint={node.empty ? t('editor.choices-hint') : undefined}
      name={name}
    >
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {(node.options ?? []).map((option) => (
          <label key={option} className="flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              name={name}
              value={option}
              defaultChecked={chosen.has(option)}
              className="size-4.5 shrink-0 accent-brand-700"
            />
            {wordOption(option, locale)}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
