import type { RateRule } from '~/domain/product/rate-rule.ts';
import type { Locale } from '~/text/define.ts';
import { productDraftText } from '~/text/product-draft.ts';
import { collateralWords, methodWords, purposeWords, segmentWords, zoneWords } from '~/text/product-words.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { fenToInput } from '~/ui/format.ts';
import { AmountField, NumberField } from '~/ui/parts/amount-field.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { CheckboxGroups } from '~/ui/parts/checkbox-groups.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextAreaField, TextField } from '~/ui/parts/text-field.tsx';
import type { BodyShown, DraftPageProps } from '~/ui/product/draft-props.ts';
import { useLocale, useText } from '~/ui/text.ts';

type Words = { readonly [code: string]: { readonly [L in Locale]: string } };

/** The editor of a version's terms; every rate and share is written in per cent, every amount in 万元. */
export function TermsForm({ draft: { body, note, effectiveFrom } }: { draft: DraftPageProps }) {
  const t = useText(productDraftText);
  return (
    <CommandForm intent="terms">
      <TextAreaField
        name="note"
        label={t('draft.note')}
        hint={t('draft.note-hint')}
        rows={2}
        defaultValue={note}
        required
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="nameZh"
          label={t('draft.name-zh')}
          defaultValue={body.nameZh}
          width="full"
          required
        />
        <TextField
          name="nameEn"
          label={t('draft.name-en')}
          defaultValue={body.nameEn}
          width="full"
          required
        />
        <DateField name="effectiveFrom" label={t('draft.effective')} defaultValue={effectiveFrom} required />
        <DateField
          name="validTo"
          label={t('draft.valid-to')}
          hint={t('draft.valid-to-hint')}
          defaultValue={body.validTo ?? undefined}
        />
      </div>
      <Amounts body={body} />
      <Pricing body={body} />
      <Kinds body={body} />
      <TextAreaField
        name="eligibilityText"
        label={t('draft.own-words')}
        rows={3}
        defaultValue={body.eligibilityText ?? ''}
      />
      <FormActions>
        <Button type="submit">{t('draft.save')}</Button>
      </FormActions>
    </CommandForm>
  );
}

function Amounts({ body }: { body: BodyShown }) {
  const t = useText(productDraftText);
  const wan = (fen: string | null) => (fen === null ? undefined : fenToInput(fen, 'wan'));
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <AmountField name="minFen" label={t('draft.min')} unit="wan" defaultValue={wan(body.minFen)} />
      <AmountField name="maxFen" label={t('draft.max')} unit="wan" defaultValue={wan(body.maxFen)} />
      <AmountField
        name="quotaFen"
        label={t('draft.quota')}
        hint={t('draft.quota-hint')}
        unit="wan"
        defaultValue={wan(body.quotaFen)}
      />
      <NumberField
        name="minTermMonths"
        label={t('draft.min-term')}
        unit={t('draft.months')}
        defaultValue={body.minTermMonths ?? ''}
      />
      <NumberField
        name="maxTermMonths"
        label={t('draft.max-term')}
        unit={t('draft.months')}
        defaultValue={body.maxTermMonths ?? ''}
      />
    </div>
  );
}

/** Per cent as they are typed: 34,500 ppm is 3.45. */
const percent = (ppm: number | null | undefined): string =>
  typeof ppm === 'number' ? String(ppm / 10_000) : '';

function typedRate(rule: RateRule): { kind: string; low: string; high: string } {
  switch (rule.kind) {
    case 'fixed':
      return { kind: 'fixed', low: percent(rule.ppm), high: '' };
    case 'lpr-spread':
      return { kind: `lpr-${rule.tenor}`, low: percent(rule.spread), high: percent(rule.highest) };
    case 'range':
      return { kind: 'range', low: percent(rule.lowest), high: percent(rule.highest) };
    case 'unpublished':
      return { kind: '', low: '', high: '' };
  }
}

const rateKinds = ['fixed', 'range', 'lpr-1y', 'lpr-5y'] as const;

function Pricing({ body }: { body: BodyShown }) {
  const t = useText(productDraftText);
  const rate = typedRate(body.rateRule);
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <SelectField
        name="rateKind"
        label={t('draft.rate-kind')}
        options={rateKinds.map((kind) => ({ value: kind, label: t(`rate.${kind}`) }))}
        defaultValue={rate.kind}
        empty={t('draft.choose')}
        required
      />
      <NumberField
        name="rateLow"
        label={t('draft.rate-low')}
        unit="%"
        decimal
        defaultValue={rate.low}
        required
      />
      <NumberField
        name="rateHigh"
        label={t('draft.rate-high')}
        hint={t('draft.rate-high-hint')}
        unit="%"
        decimal
        defaultValue={rate.high}
      />
      <NumberField
        name="feePpm"
        label={t('draft.fee')}
        unit="%"
        decimal
        defaultValue={percent(body.feePpm)}
        required
      />
      <NumberField
        name="guaranteeFeePpm"
        label={t('draft.guarantee-fee')}
        unit="%"
        decimal
        defaultValue={percent(body.guaranteeFeePpm)}
        required
      />
    </div>
  );
}

function Kinds({ body }: { body: BodyShown }) {
  const t = useText(productDraftText);
  const locale = useLocale();
  const items = (words: Words) =>
    Object.entries(words).map(([value, word]) => ({ value, label: word[locale] }));
  const boxes = [
    { name: 'methods', legend: t('draft.methods'), words: methodWords, chosen: body.methods },
    { name: 'collateral', legend: t('draft.collateral'), words: collateralWords, chosen: body.collateral },
    { name: 'purposes', legend: t('draft.purposes'), words: purposeWords, chosen: body.purposes },
    { name: 'zones', legend: t('draft.zones'), words: zoneWords, chosen: body.zones },
  ];
  return (
    <>
      <SelectField
        name="segment"
        label={t('draft.segment')}
        options={items(segmentWords)}
        defaultValue={body.segment}
        required
      />
      {boxes.map(({ name, legend, words, chosen }) => (
        <CheckboxGroups
          key={name}
          name={name}
          legend={legend}
          groups={[{ id: 'all', label: legend, items: items(words) }]}
          defaultValue={chosen}
        />
      ))}
    </>
  );
}
