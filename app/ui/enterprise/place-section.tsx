import { enterpriseText } from '~/text/enterprise.ts';
import {
  type IndustryChoice,
  industryOption,
  type RegionChoice,
  regionOption,
} from '~/ui/enterprise/place-option.ts';
import { ComboboxField } from '~/ui/parts/combobox-field.tsx';
import { FieldGroup } from '~/ui/parts/form.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type PlaceSectionProps = {
  readonly legend: string;
  readonly regions: readonly RegionChoice[];
  readonly industries: readonly IndustryChoice[];
  /** The field whose search button was pressed. */
  readonly searched?: string | undefined;
  readonly region?: string | undefined;
  readonly industry?: string | undefined;
};

/** Where the firm is and what it does: searched lists that work with and without scripts. */
export function PlaceSection({ legend, regions, industries, searched, region, industry }: PlaceSectionProps) {
  const t = useText(enterpriseText);
  const locale = useLocale();
  return (
    <FieldGroup legend={legend}>
      <ComboboxField
        name="region"
        label={t('enterprise.region')}
        hint={t('enterprise.region-hint')}
        options={regions.map(regionOption)}
        loadFrom="/api/regions"
        searchIntent="searchIntent"
        defaultValue={region}
        required
      />
      {searched === 'region' ? <Found count={regions.length} /> : null}
      <ComboboxField
        name="industry"
        label={t('enterprise.industry')}
        hint={t('enterprise.industry-hint')}
        options={industries.map((choice) => industryOption(choice, locale))}
        loadFrom="/api/industries"
        searchIntent="searchIntent"
        defaultValue={industry}
        required
      />
      {searched === 'industry' ? <Found count={industries.length} /> : null}
    </FieldGroup>
  );
}

function Found({ count }: { count: number }) {
  const t = useText(enterpriseText);
  return (
    <p role="status" className="text-sm text-ink-soft">
      {t('enterprise.found', count)}
    </p>
  );
}
