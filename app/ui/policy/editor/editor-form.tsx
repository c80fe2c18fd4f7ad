import { useMemo } from 'react';
import { underForm } from '~/domain/policy/editor/change-form.ts';
import { bodyLayouts } from '~/domain/policy/editor/layout.ts';
import { writeScheme } from '~/domain/policy/editor/write.ts';
import type { Scheme } from '~/domain/policy/scheme.ts';
import { policyDeskText } from '~/text/policy-desk.ts';
import { policyEditorText, wordOption } from '~/text/policy-editor.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { FieldGroup, FormActions } from '~/ui/parts/form.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { DraftHead } from '~/ui/policy/draft-head.tsx';
import { ExamplesField } from '~/ui/policy/editor/examples-field.tsx';
import { LivePanel } from '~/ui/policy/editor/live-panel.tsx';
import { Nodes } from '~/ui/policy/editor/nodes.tsx';
import { useLive } from '~/ui/policy/editor/use-live.ts';
import type { SchemeShown } from '~/ui/policy/policy-page.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type EditorFormProps = {
  readonly scheme: SchemeShown;
  /** The version that the draft began with. */
  readonly base: SchemeShown | null;
  readonly note: string;
  /** The formula to fill in, where it is not the saved one. */
  readonly form: string | undefined;
};

/** The editor of a draft, figure by figure; what is typed is worked out at once and saved as a whole. */
export function EditorForm({ scheme: shown, base, note, form: chosen }: EditorFormProps) {
  const t = useText(policyEditorText);
  const desk = useText(policyDeskText);
  const locale = useLocale();
  const saved = shown as unknown as Scheme;
  const scheme = useMemo(() => underForm(saved, chosen ?? saved.body.form), [saved, chosen]);
  const { live, follow } = useLive(scheme, base as unknown as Scheme | null);
  const values = writeScheme(scheme);
  const { form } = scheme.body;
  return (
    <CommandForm intent="edit" onChange={follow}>
      <input type="hidden" name="kind" value={scheme.kind} />
      <input type="hidden" name="body/form" value={form} />
      <DraftHead scheme={shown} note={note} />
      <FieldGroup
        legend={t('editor.rules')}
        hint={t(
          form === saved.body.form ? 'editor.rules-form' : 'editor.rules-form-new',
          wordOption(form, locale),
        )}
        name="body"
      >
        <Nodes nodes={bodyLayouts[form] ?? []} prefix="body" values={values} />
      </FieldGroup>
      <ExamplesField kind={scheme.kind} values={values} />
      <TextAreaField
        name="unverified"
        label={desk('policy.unverified')}
        hint={desk('policy.unverified-hint')}
        rows={4}
        defaultValue={shown.unverified.join('\n')}
      />
      <LivePanel live={live} />
      <FormActions>
        <Button type="submit">{desk('policy.save')}</Button>
      </FormActions>
    </CommandForm>
  );
}
