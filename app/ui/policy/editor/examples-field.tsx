import { useState } from 'react';
import { exampleKinds, exampleLayouts } from '~/domain/policy/editor/layout.ts';
import { nameOf, removeOf } from '~/domain/policy/editor/node.ts';
import { rowNumbers } from '~/domain/policy/editor/row-numbers.ts';
import type { Entries } from '~/domain/policy/editor/value.ts';
import { policyEditorText, wordOption } from '~/text/policy-editor.ts';
import { CheckboxField } from '~/ui/parts/choice-field.tsx';
import { FieldGroup } from '~/ui/parts/form.tsx';
import { useFormScope } from '~/ui/parts/form-scope.ts';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { Nodes } from '~/ui/policy/editor/nodes.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type ExamplesFieldProps = {
  readonly kind: 'compensation' | 'subsidy';
  readonly values: Entries;
};

/** The worked examples, each as fields; the last choice adds one. */
export function ExamplesField({ kind, values }: ExamplesFieldProps) {
  const t = useText(policyEditorText);
  const locale = useLocale();
  const scope = useFormScope();
  const typed = scope.values as Entries;
  const entries = Object.keys(typed).length > 0 ? typed : values;
  const known = rowNumbers(entries, 'examples').filter((at) => entries[`examples/${at}/of`]);
  const next = Math.max(0, ...known) + 1;
  const [chosen, setChosen] = useState('');
  return (
    <FieldGroup legend={t('editor.examples')} hint={t('editor.examples-about')} name="examples">
      {known.map((at) => (
        <ExampleField
          key={at}
          at={at}
          of={String(entries[`examples/${at}/of`])}
          values={values}
          errors={scope.errors}
        />
      ))}
      <div onChange={(event) => setChosen(ofIn(event.target, next) ?? chosen)}>
        <SelectField
          name={`examples/${next}/of`}
          label={t('editor.example-new')}
          hint={t('editor.example-new-hint')}
          empty={t('editor.none')}
          options={exampleKinds[kind].map((of) => ({ value: of, label: wordOption(of, locale) }))}
        />
      </div>
      {chosen ? <Nodes nodes={exampleLayouts[chosen] ?? []} prefix={`examples/${next}`} values={{}} /> : null}
    </FieldGroup>
  );
}

const ofIn = (target: EventTarget, next: number): string | null =>
  target instanceof HTMLSelectElement && target.name === `examples/${next}/of` ? target.value : null;

type ExampleFieldProps = {
  readonly at: number;
  readonly of: string;
  readonly values: Entries;
  readonly errors: object;
};

function ExampleField({ at, of, values, errors }: ExampleFieldProps) {
  const t = useText(policyEditorText);
  const locale = useLocale();
  const name = nameOf('examples', at);
  const title = values[nameOf(name, locale === 'en' ? 'en' : 'zh')];
  const isWrong = Object.keys(errors).some((each) => each.startsWith(`${name}/`));
  return (
    <details open={isWrong} className="rounded-control border border-line p-3">
      <summary className="min-h-6 text-brand-800">
        {at}. {typeof title === 'string' && title !== '' ? title : wordOption(of, locale)}
      </summary>
      <div className="mt-4 flex flex-col gap-4">
        <input type="hidden" name={nameOf(name, 'of')} value={of} />
        <Nodes nodes={exampleLayouts[of] ?? []} prefix={name} values={values} />
        <CheckboxField name={removeOf(name)} label={t('editor.example-remove')} />
      </div>
    </details>
  );
}
