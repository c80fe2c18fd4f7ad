import type { ReactNode } from 'react';
import { ceilings } from '~/domain/catalogue/ceiling.ts';
import { dataElements } from '~/domain/catalogue/data-element.ts';
import { itemModes, levels, sensitivities } from '~/domain/catalogue/item.ts';
import { catalogueText } from '~/text/catalogue.ts';
import { catalogueDeskText, ceilingText, elementText, levelText } from '~/text/catalogue-desk.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { CheckboxGroups } from '~/ui/parts/checkbox-groups.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextAreaField, TextField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';
import type { ItemDraftProps } from './item-draft-page.tsx';
import { useNamed } from './named.ts';

const units = ['count', 'person', 'month', 'day', 'head', 'm2', 'm3', 'mu', 'kwh', 'ppm'] as const;

/** The editor of a draft: every property of the item, in force from a day, on a legal basis, for a reason. */
export function ItemForm({ draft }: { draft: ItemDraftProps }) {
  const t = useText(catalogueDeskText);
  return (
    <CommandForm intent="change">
      <TextAreaField name="note" label={t('catalogue.note')} rows={2} defaultValue={draft.note} required />
      <Grid>
        <DateField
          name="validFrom"
          label={t('catalogue.valid-from')}
          defaultValue={draft.validFrom}
          required
        />
        <DateField
          name="validTo"
          label={t('catalogue.valid-to')}
          hint={t('catalogue.valid-to-hint')}
          defaultValue={draft.validTo ?? undefined}
        />
        <TextField
          name="legalBasis"
          label={t('catalogue.legal-basis')}
          defaultValue={draft.legalBasis}
          width="full"
          required
        />
        <TextField
          name="legalBasisEn"
          label={`${t('catalogue.legal-basis')} (English)`}
          defaultValue={draft.legalBasisEn}
          width="full"
          required
        />
      </Grid>
      <Names draft={draft} />
      <Sharing draft={draft} />
      <Meaning draft={draft} />
      <FormActions>
        <Button>{t('catalogue.save')}</Button>
      </FormActions>
    </CommandForm>
  );
}

const Grid = ({ children }: { children: ReactNode }) => (
  <div className="grid gap-4 sm:grid-cols-2">{children}</div>
);

function Names({ draft: { item, suppliers, providerId } }: { draft: ItemDraftProps }) {
  const t = useText(catalogueDeskText);
  const named = useNamed();
  return (
    <Grid>
      <TextField name="nameZh" label={t('catalogue.field.name')} defaultValue={item.name.zh} required />
      <TextField
        name="nameEn"
        label={`${t('catalogue.field.name')} (English)`}
        defaultValue={item.name.en}
        required
      />
      <TextField
        name="classZh"
        label={t('catalogue.field.className')}
        defaultValue={item.className.zh}
        required
      />
      <TextField
        name="classEn"
        label={`${t('catalogue.field.className')} (English)`}
        defaultValue={item.className.en}
        required
      />
      <TextField
        name="classCode"
        label={t('catalogue.field.classCode')}
        defaultValue={item.classCode}
        code
        required
      />
      <SelectField
        name="provider"
        label={t('catalogue.field.provider')}
        defaultValue={providerId}
        options={suppliers.map(({ id, name }) => ({ value: id, label: named(name) }))}
      />
    </Grid>
  );
}

function Sharing({ draft: { item } }: { draft: ItemDraftProps }) {
  const t = useText(catalogueDeskText);
  const c = useText(catalogueText);
  const level = useText(levelText);
  const most = useText(ceilingText);
  const pick = <const V extends string>(values: readonly V[], label: (value: V) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return (
    <Grid>
      <SelectField
        name="level"
        label={t('catalogue.field.level')}
        defaultValue={item.level}
        options={pick(levels, (value) => level(`catalogue.level.${value}`))}
      />
      <SelectField
        name="subject"
        label={t('catalogue.field.subject')}
        defaultValue={item.subject}
        options={pick(['enterprise', 'natural-person'], (value) => t(`catalogue.subject.${value}`))}
      />
      <SelectField
        name="mode"
        label={t('catalogue.field.mode')}
        defaultValue={item.mode}
        options={pick(itemModes, (value) => c(`catalogue.mode.${value}`))}
      />
      <SelectField
        name="sensitivity"
        label={t('catalogue.field.sensitivity')}
        defaultValue={item.sensitivity}
        options={pick(sensitivities, (value) => c(`catalogue.sensitivity.${value}`))}
      />
      <SelectField
        name="ceiling"
        label={t('catalogue.field.ceiling')}
        hint={t('catalogue.ceiling-hint')}
        defaultValue={item.ceiling}
        options={pick(ceilings, (value) => most(`catalogue.ceiling.${value}`))}
      />
      <SelectField
        name="period"
        label={t('catalogue.field.period')}
        defaultValue={item.period}
        options={pick(['event', 'monthly', 'quarterly', 'yearly'], (value) => c(`catalogue.period.${value}`))}
      />
      <TextField
        name="freshDays"
        label={t('catalogue.field.freshDays')}
        inputMode="numeric"
        width="sm"
        defaultValue={String(item.freshDays)}
      />
      <SelectField
        name="polarity"
        label={t('catalogue.field.polarity')}
        defaultValue={item.polarity}
        options={pick(['positive', 'negative', 'neutral'], (value) => t(`catalogue.polarity.${value}`))}
      />
    </Grid>
  );
}

function Bands({ draft: { item } }: { draft: ItemDraftProps }) {
  const t = useText(catalogueDeskText);
  const { bands } = item;
  const typed = (edge: string) => (bands?.of === 'amount' ? String(BigInt(edge) / 100n) : edge);
  return (
    <Grid>
      <SelectField
        name="bandsOf"
        label={t('catalogue.field.bandsOf')}
        defaultValue={bands?.of ?? (item.amount ? 'amount' : 'quantity')}
        options={(['amount', 'quantity'] as const).map((value) => ({
          value,
          label: t(`catalogue.bands-of.${value}`),
        }))}
      />
      <TextField
        name="bandEdges"
        label={t('catalogue.field.bandEdges')}
        hint={t('catalogue.bands-hint')}
        defaultValue={bands?.edges.map(typed).join(', ')}
      />
    </Grid>
  );
}

function Meaning({ draft }: { draft: ItemDraftProps }) {
  const { item } = draft;
  const t = useText(catalogueDeskText);
  const element = useText(elementText);
  const yesNo = (['yes', 'no'] as const).map((value) => ({ value, label: t(`catalogue.${value}`) }));
  const amount = t('catalogue.field.amount');
  const quantity = t('catalogue.field.quantity');
  return (
    <>
      <Grid>
        <SelectField
          name="lasting"
          label={t('catalogue.field.lasting')}
          defaultValue={item.lasting ? 'yes' : 'no'}
          options={yesNo}
        />
        <SelectField
          name="amountSigned"
          label={t('catalogue.field.amountSigned')}
          defaultValue={item.amount?.signed ? 'yes' : 'no'}
          options={yesNo}
        />
        <TextField name="amountZh" label={amount} defaultValue={item.amount?.zh} />
        <TextField name="amountEn" label={`${amount} (English)`} defaultValue={item.amount?.en} />
        <TextField name="quantityZh" label={quantity} defaultValue={item.quantity?.zh} />
        <TextField name="quantityEn" label={`${quantity} (English)`} defaultValue={item.quantity?.en} />
        <SelectField
          name="unit"
          label={t('catalogue.field.unit')}
          empty={t('catalogue.absent')}
          defaultValue={item.quantity?.unit}
          options={units.map((value) => ({ value, label: t(`catalogue.unit.${value}`) }))}
        />
        <TextField
          name="retentionYears"
          label={t('catalogue.field.retentionYears')}
          inputMode="numeric"
          width="sm"
          defaultValue={item.retentionYears === null ? undefined : String(item.retentionYears)}
        />
        <SelectField
          name="retentionStart"
          label={t('catalogue.field.retentionStart')}
          empty={t('catalogue.absent')}
          defaultValue={item.retentionStart ?? undefined}
          options={(['end', 'determination'] as const).map((value) => ({
            value,
            label: t(`catalogue.start-${value}`),
          }))}
        />
      </Grid>
      <Bands draft={draft} />
      <TextAreaField
        name="categories"
        label={t('catalogue.field.categories')}
        hint={t('catalogue.categories-hint')}
        rows={5}
        defaultValue={item.categories.map(({ code, zh, en }) => `${code} | ${zh} | ${en}`).join('\n')}
      />
      <CheckboxGroups
        name="answers"
        legend={t('catalogue.field.answers')}
        hint={t('catalogue.answers-hint')}
        defaultValue={item.answers}
        groups={[
          {
            id: 'firm',
            label: t('catalogue.subject.enterprise'),
            items: dataElements.map((value) => ({ value, label: element(`catalogue.element.${value}`) })),
          },
        ]}
      />
    </>
  );
}
