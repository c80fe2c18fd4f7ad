import { useEffect, useRef, useState } from 'react';
import { nameOf, type RowsNode, removeOf } from '~/domain/policy/editor/node.ts';
import { rowNumbers } from '~/domain/policy/editor/row-numbers.ts';
import type { Entries } from '~/domain/policy/editor/value.ts';
import { labelOf, policyEditorText } from '~/text/policy-editor.ts';
import { Button } from '~/ui/parts/button.tsx';
import { CheckboxField } from '~/ui/parts/choice-field.tsx';
import { FieldGroup } from '~/ui/parts/form.tsx';
import { useFormScope } from '~/ui/parts/form-scope.ts';
import { ValueField } from '~/ui/policy/editor/value-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type RowsFieldProps = { readonly node: RowsNode; readonly name: string; readonly values: Entries };

/** A list whose rows come and go: one blank row is always there, more with a button, each can be marked to go. */
export function RowsField({ node, name, values }: RowsFieldProps) {
  const t = useText(policyEditorText);
  const locale = useLocale();
  const scope = useFormScope();
  const [added, setAdded] = useState(1);
  const [ready, setReady] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => setReady(true), []);
  useEffect(() => {
    if (added > 1)
      box.current?.querySelector<HTMLElement>(':scope > fieldset:last-of-type input, select')?.focus();
  }, [added]);
  const typed = scope.values as Entries;
  const known = rowNumbers(Object.keys(typed).length > 0 ? typed : values, name);
  const last = Math.max(0, ...known);
  const numbers = [...known, ...Array.from({ length: added }, (_, at) => last + 1 + at)];
  return (
    <FieldGroup legend={labelOf(node.at, locale)} name={name}>
      <div ref={box} className="flex flex-col gap-3">
        {numbers.map((number) => (
          <Row
            key={number}
            node={node}
            name={nameOf(name, number)}
            values={values}
            number={number}
            isNew={number > last}
          />
        ))}
      </div>
      {ready ? (
        <div>
          <Button type="button" variant="quiet" onClick={() => setAdded(added + 1)}>
            {t('editor.row-add')}
            <span className="sr-only"> {labelOf(node.at, locale)}</span>
          </Button>
        </div>
      ) : null}
    </FieldGroup>
  );
}

type RowProps = RowsFieldProps & { readonly number: number; readonly isNew: boolean };

function Row({ node, name, values, number, isNew }: RowProps) {
  const t = useText(policyEditorText);
  return (
    <fieldset className="rounded-control border border-line bg-well/40 p-3 has-[input[name$='/remove']:checked]:opacity-60">
      <legend className="px-1 text-sm font-medium text-ink-soft">
        {isNew ? t('editor.row-new') : t('editor.row', number)}
      </legend>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        {node.columns.map((column) => {
          const at = nameOf(name, column.at);
          return (
            <div key={at} className="min-w-40 flex-1">
              <ValueField node={column} name={at} value={values[at]} />
            </div>
          );
        })}
      </div>
      {isNew ? null : (
        <div className="mt-3 text-sm">
          <CheckboxField name={removeOf(name)} label={t('editor.row-remove')} />
        </div>
      )}
    </fieldset>
  );
}
