import { lossCauses } from '~/domain/policy/compensation-rules.ts';
import { compensationText } from '~/text/compensation.ts';
import { causeName } from '~/text/compensation-words.ts';
import { CheckboxGroups } from '~/ui/parts/checkbox-groups.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

/** The causes that a claimant may state; that the bank failed to act is for the investigation to find. */
const statable = lossCauses.filter((cause) => cause !== 'bank-negligence');

/** When a loss was determined, and of what it came. */
export function CauseFields({ min, max }: { min?: string | undefined; max: string }) {
  const t = useText(compensationText);
  const locale = useLocale();
  return (
    <>
      <DateField
        name="determinedOn"
        label={t('comp.claim.determined-on')}
        hint={t('comp.claim.determined-hint')}
        min={min}
        max={max}
        required
      />
      <CheckboxGroups
        name="causes"
        legend={t('comp.claim.causes')}
        hint={t('comp.claim.causes-hint')}
        groups={[
          {
            id: 'all',
            label: t('comp.claim.all-causes'),
            items: statable.map((cause) => ({ value: cause, label: causeName(cause, locale) })),
          },
        ]}
      />
    </>
  );
}
