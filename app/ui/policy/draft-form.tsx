import { policyDeskText } from '~/text/policy-desk.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { TextAreaField, TextField } from '~/ui/parts/text-field.tsx';
import type { SchemeShown } from '~/ui/policy/policy-page.tsx';
import { useText } from '~/ui/text.ts';

const pretty = (value: unknown) => JSON.stringify(value, null, 2);

/** The editor of a draft: its head as fields, its figures and examples as JSON that is checked figure by figure. */
export function DraftForm({ scheme, note }: { scheme: SchemeShown; note: string }) {
  const t = useText(policyDeskText);
  const { nameZh, nameEn, legalBasis, jurisdiction, validFrom, validTo, body, examples, unverified } = scheme;
  return (
    <CommandForm intent="change">
      <TextAreaField
        name="note"
        label={t('policy.note')}
        hint={t('policy.note-hint')}
        rows={2}
        defaultValue={note}
        required
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField name="validFrom" label={t('policy.valid-from')} defaultValue={validFrom} required />
        <DateField
          name="validTo"
          label={t('policy.valid-to')}
          hint={t('policy.valid-to-hint')}
          defaultValue={validTo ?? undefined}
        />
        <TextField name="nameZh" label={t('policy.name')} defaultValue={nameZh} width="full" required />
        <TextField
          name="nameEn"
          label={`${t('policy.name')} (English)`}
          defaultValue={nameEn}
          width="full"
          required
        />
        <TextField
          name="legalBasis"
          label={t('policy.legal-basis')}
          defaultValue={legalBasis}
          width="full"
          required
        />
        <TextField
          name="jurisdiction"
          label={t('policy.jurisdiction')}
          hint={t('policy.jurisdiction-hint')}
          defaultValue={jurisdiction}
          code
          required
        />
      </div>
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
