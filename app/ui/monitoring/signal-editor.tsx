import { kindOf, writeSignal } from '~/domain/monitoring/library/editor.ts';
import { signalExampleLayout, signalLayout } from '~/domain/monitoring/library/layout.ts';
import type { SignalBody } from '~/domain/monitoring/signal.ts';
import type { SignalExample } from '~/domain/monitoring/signal-example.ts';
import { nameOf, removeOf } from '~/domain/policy/editor/node.ts';
import { rowNumbers } from '~/domain/policy/editor/row-numbers.ts';
import type { Entries } from '~/domain/policy/editor/value.ts';
import { policyDeskText } from '~/text/policy-desk.ts';
import { policyEditorText } from '~/text/policy-editor.ts';
import { signalLibraryText } from '~/text/signal-library.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { CheckboxField } from '~/ui/parts/choice-field.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { FieldGroup, FormActions } from '~/ui/parts/form.tsx';
import { useFormScope } from '~/ui/parts/form-scope.ts';
import { TextAreaField, TextField } from '~/ui/parts/text-field.tsx';
import { Nodes } from '~/ui/policy/editor/nodes.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Edited = {
  readonly legalBasis: string;
  readonly legalBasisEn: string;
  readonly validFrom: string;
  readonly body: SignalBody;
  readonly examples: readonly SignalExample[];
  readonly unverified: readonly string[];
};

/** The editor of a draft: thresholds, deadlines, whether it is on, examples; saved as a whole. */
export function SignalEditor({ signal, note }: { signal: Edited; note: string }) {
  const desk = useText(policyDeskText);
  const t = useText(signalLibraryText);
  const kind = kindOf(signal.body);
  const values = writeSignal(signal.body, signal.examples);
  return (
    <CommandForm intent="edit">
      <input type="hidden" name="body/rule/kind" value={kind ?? ''} />
      <TextAreaField
        name="note"
        label={desk('policy.note')}
        hint={t('signals.note-hint')}
        rows={2}
        defaultValue={note}
        required
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField
          name="validFrom"
          label={desk('policy.valid-from')}
          hint={t('signals.valid-from-hint')}
          defaultValue={signal.validFrom}
          required
        />
        <TextField
          name="legalBasis"
          label={desk('policy.legal-basis')}
          defaultValue={signal.legalBasis}
          width="full"
          required
        />
        <TextField
          name="legalBasisEn"
          label={`${desk('policy.legal-basis')} (English)`}
          defaultValue={signal.legalBasisEn}
          width="full"
          required
        />
      </div>
      <FieldGroup legend={t('signals.rule')} name="body">
        <Nodes nodes={signalLayout(kind)} prefix="body" values={values} />
      </FieldGroup>
      <Examples values={values} />
      <TextAreaField
        name="unverified"
        label={t('signals.unverified')}
        hint={desk('policy.unverified-hint')}
        rows={3}
        defaultValue={signal.unverified.join('\n')}
      />
      <FormActions>
        <Button type="submit">{desk('policy.save')}</Button>
      </FormActions>
    </CommandForm>
  );
}

/** The worked examples, each as fields, and a blank one. */
function Examples({ values }: { values: Entries }) {
  const t = useText(signalLibraryText);
  const scope = useFormScope();
  const typed = scope.values as Entries;
  const known = rowNumbers(Object.keys(typed).length > 0 ? typed : values, 'examples');
  const next = Math.max(0, ...known) + 1;
  return (
    <FieldGroup legend={t('signals.examples')} hint={t('signals.examples-edit')} name="examples">
      {[...known, next].map((at) => (
        <Example key={at} at={at} isNew={at === next} values={values} errors={scope.errors} />
      ))}
    </FieldGroup>
  );
}

type ExampleProps = {
  readonly at: number;
  readonly isNew: boolean;
  readonly values: Entries;
  readonly errors: object;
};

function Example({ at, isNew, values, errors }: ExampleProps) {
  const t = useText(signalLibraryText);
  const editor = useText(policyEditorText);
  const name = nameOf('examples', at);
  const title = values[nameOf(name, useLocale() === 'en' ? 'en' : 'zh')];
  const isWrong = Object.keys(errors).some((each) => each.startsWith(`${name}/`));
  return (
    <details open={isWrong} className="rounded-control border border-line p-3">
      <summary className="min-h-6 text-brand-800">
        {isNew ? t('signals.example-new') : `${at}. ${typeof title === 'string' ? title : ''}`}
      </summary>
      <div className="mt-4 flex flex-col gap-4">
        <Nodes nodes={signalExampleLayout} prefix={name} values={values} />
        {isNew ? null : <CheckboxField name={removeOf(name)} label={editor('editor.example-remove')} />}
      </div>
    </details>
  );
}
