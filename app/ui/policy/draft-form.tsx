import { policyDeskText } from '~/text/policy-desk.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { DraftHead } from '~/ui/policy/draft-head.tsx';
import type { SchemeShown } from '~/ui/policy/policy-page.tsx';
import { useText } from '~/ui/text.ts';

const pretty = (value: unknown) => JSON.stringify(value, null, 2);

/** The advanced editor of a draft: its rules and examples as JSON that is checked figure by figure. */
export function DraftForm({ scheme, note }: { scheme: SchemeShown; note: string }) {
  const t = useText(policyDeskText);
  const { body, examples, unverified } = scheme;
  return (
    <CommandForm intent="change">
      <DraftHead scheme={scheme} note={note} />
      <TextAreaField
        name="body"
        label={t('policy.body')}
        hint={t('policy.body-hint')}
        rows={18}
        defaultValue={pretty(body)}
        required
      />
      <TextAreaField
        name="examples"
        label={t('policy.examples-json')}
        hint={t('policy.examples-hint')}
        rows={12}
        defaultValue={pretty(examples)}
        required
      />
      <TextAreaField
        name="unverified"
        label={t('policy.unverified')}
        hint={t('policy.unverified-hint')}
        rows={4}
        defaultValue={unverified.join('\n')}
      />
      <FormActions>
        <Button type="submit">{t('policy.save')}</Button>
      </FormActions>
    </CommandForm>
  );
}
