import { policyDeskText } from '~/text/policy-desk.ts';
import { DateField } from '~/ui/parts/date-field.tsx';
import { TextAreaField, TextField } from '~/ui/parts/text-field.tsx';
import type { SchemeShown } from '~/ui/policy/policy-page.tsx';
import { useText } from '~/ui/text.ts';

/** What a draft says beside its rules: why, from when, its names and where it comes from. */
export function DraftHead({ scheme, note }: { scheme: SchemeShown; note: string }) {
  const t = useText(policyDeskText);
  const { nameZh, nameEn, legalBasis, legalBasisEn, jurisdiction, validFrom, validTo } = scheme;
  return (
    <>
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
          name="legalBasisEn"
          label={`${t('policy.legal-basis')} (English)`}
          defaultValue={legalBasisEn}
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
    </>
  );
}
