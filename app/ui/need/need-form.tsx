import { type RepaymentMethod, repaymentMethods } from '~/domain/product/schedule.ts';
import { type Collateral, type Purpose, purposes } from '~/domain/product/vocabulary.ts';
import { needText } from '~/text/need.ts';
import { collateralWords, methodWords, purposeWords } from '~/text/product-words.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { AmountField, NumberField } from '~/ui/parts/amount-field.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { CheckboxGroups } from '~/ui/parts/checkbox-groups.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

const pledges = {
  things: ['real-estate', 'equipment', 'inventory'],
  rights: ['receivable', 'order', 'ip', 'equity', 'deposit'],
  persons: ['guarantee'],
} as const;

/** What the form starts with: an earlier need, perhaps with a change that the match page suggested. */
export type NeedStart = {
  readonly amountFen: string;
  readonly termMonths: string;
  readonly purpose: Purpose;
  readonly collateral: readonly Collateral[];
  readonly method: RepaymentMethod | null;
  readonly note: string | null;
};

type StartProps = { readonly start: NeedStart | null };

/** The five questions that start a match. */
export function NewNeedPage({ start }: StartProps) {
  const t = useText(needText);
  return (
    <>
      <PageHeader
        title={t('need.new.title')}
        lede={t('need.new.lede')}
        trail={[{ label: t('need.list.title'), to: '/my/needs' }, { label: t('need.list.new') }]}
      />
      <CommandForm next={<TwinLink />} className="stack max-w-3xl">
        <AmountField
          name="amount"
          unit="wan"
          label={t('need.amount')}
          hint={t('need.new.amount-hint')}
          defaultFen={start?.amountFen}
          required
        />
        <NumberField
          name="termMonths"
          label={t('need.term')}
          hint={t('need.new.term-hint')}
          unit={t('need.new.term-unit')}
          defaultValue={start?.termMonths ?? 12}
          required
        />
        <NeedChoices start={start} />
        <TextAreaField
          name="note"
          defaultValue={start?.note ?? undefined}
          label={t('need.new.note')}
          hint={t('need.new.note-hint')}
          rows={3}
        />
        <FormActions>
          <Button size="lg">{t('need.new.submit')}</Button>
        </FormActions>
      </CommandForm>
    </>
  );
}

/** The closed questions: purpose, pledges, way of repaying. */
function NeedChoices({ start }: StartProps) {
  const t = useText(needText);
  const locale = useLocale();
  const groups = (Object.keys(pledges) as (keyof typeof pledges)[]).map((id) => ({
    id,
    label: t(`need.pledge.${id}`),
    items: pledges[id].map((value) => ({ value, label: collateralWords[value][locale] })),
  }));
  return (
    <>
      <SelectField
        name="purpose"
        label={t('need.purpose')}
        defaultValue={start?.purpose}
        options={purposes.map((value) => ({ value, label: purposeWords[value][locale] }))}
        required
      />
      <CheckboxGroups
        name="collateral"
        legend={t('need.collateral')}
        hint={t('need.new.collateral-hint')}
        groups={groups}
        defaultValue={start?.collateral}
      />
      <SelectField
        name="method"
        label={t('need.method')}
        hint={t('need.new.method-hint')}
        empty={t('need.new.method-any')}
        defaultValue={start?.method ?? undefined}
        options={repaymentMethods.map((value) => ({ value, label: methodWords[value][locale] }))}
      />
    </>
  );
}

/** Where the same need is already open: the way to it. */
function TwinLink() {
  const t = useText(needText);
  const refusal = useReply()?.refusal as { needId?: string } | null | undefined;
  return refusal?.needId ? (
    <TextLink to={`/my/needs/${refusal.needId}`}>{t('need.new.open-twin')}</TextLink>
  ) : null;
}
