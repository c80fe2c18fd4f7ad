import { documentCodes } from '~/domain/compensation/document-code.ts';
import { compensationText } from '~/text/compensation.ts';
import { evidenceName } from '~/text/compensation-words.ts';
import { DateField } from '~/ui/parts/date-field.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

/** Number and date of every document that may prove a claim. */
export function DocumentFields({ today }: { today: string }) {
  const t = useText(compensationText);
  const locale = useLocale();
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="mb-1 font-medium">{t('comp.claim.documents')}</legend>
      <p className="text-sm text-ink-soft">{t('comp.claim.documents-about')}</p>
      {documentCodes.map((code) => {
        const name = evidenceName(code, locale);
        return (
          <div key={code} className="flex flex-col gap-3 sm:flex-row">
            <TextField
              name={`reference-${code}`}
              label={t('comp.claim.reference-of', name)}
              maxLength={80}
              optional
            />
            <DateField name={`on-${code}`} label={t('comp.claim.day-of', name)} max={today} optional />
          </div>
        );
      })}
    </fieldset>
  );
}
