import { bankText } from '~/text/application-bank.ts';
import { branchText } from '~/text/branch.ts';
import { enterpriseText } from '~/text/enterprise.ts';
import { AmountField } from '~/ui/parts/amount-field.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useNamed, useText } from '~/ui/text.ts';

const fields = ['firm', 'maker', 'product', 'branch', 'kind', 'clock', 'least', 'most'] as const;

/** What narrows the queue besides its state, as the address has it, and what the filters may name. */
export type Narrowing = {
  readonly firm: string;
  readonly maker: string;
  readonly product: string;
  readonly branch: string;
  readonly kind: string;
  readonly clock: string;
  /** In 万元, as typed. */
  readonly least: string;
  readonly most: string;
  /** The filters that cannot be read. */
  readonly wrong: readonly (typeof fields)[number][];
  readonly officers: readonly {
    readonly id: string;
    readonly name: string;
    readonly branch: string | null;
  }[];
  /** Empty where the bank has none, and for who works at one. */
  readonly branches: readonly { readonly id: string; readonly zh: string; readonly en: string }[];
  readonly products: readonly { readonly id: string; readonly zh: string; readonly en: string }[];
};

function wrongIn(field: (typeof fields)[number]) {
  if (field === 'firm') return 'inbox.firm-wrong';
  return field === 'least' || field === 'most' ? 'inbox.amount-wrong' : 'inbox.choice-wrong';
}

/** The filters that are set, by field name. */
export const narrowedBy = (asked: Narrowing): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.flatMap((name) => (asked[name] ? [[name, asked[name]]] : [])));

/** The filters of the queue. Those of its state and order stand in the tabs and the heads of the columns. */
export function InboxFilters({ state, ...asked }: Narrowing & { readonly state: string }) {
  const t = useText(bankText);
  const kinds = useText(enterpriseText);
  const places = useText(branchText);
  const name = useNamed();
  const values = narrowedBy(asked);
  const errors = Object.fromEntries(asked.wrong.map((field) => [field, [t(wrongIn(field))]]));
  return (
    <FilterBar
      values={values}
      errors={errors}
      active={Object.keys(values).length}
      action="/bank"
      clearTo={`/bank?state=${state}`}
    >
      <input type="hidden" name="state" value={state} />
      <TextField name="firm" label={t('inbox.find-firm')} maxLength={60} />
      <SelectField
        name="maker"
        label={t('inbox.maker')}
        empty={t('inbox.all-officers')}
        options={asked.officers.map(({ id, name: label }) => ({ value: id, label }))}
      />
      <SelectField
        name="product"
        label={t('inbox.product')}
        empty={t('inbox.all-products')}
        options={asked.products.map(({ id, ...named }) => ({ value: id, label: name(named) }))}
      />
      {asked.branches.length > 0 ? (
        <SelectField
          name="branch"
          label={places('branch.lies-with')}
          empty={places('branch.whole-bank')}
          options={[
            { value: 'head-office', label: places('branch.head-office') },
            ...asked.branches.map(({ id, ...named }) => ({ value: id, label: name(named) })),
          ]}
        />
      ) : null}
      <SelectField
        name="kind"
        label={kinds('enterprise.profile.kind')}
        empty={t('inbox.all-kinds')}
        options={(['company', 'sole-trader'] as const).map((kind) => ({
          value: kind,
          label: kinds(`enterprise.kind.${kind}`),
        }))}
      />
      <SelectField
        name="clock"
        label={t('inbox.due')}
        empty={t('inbox.all-clocks')}
        options={(['over', 'day'] as const).map((each) => ({ value: each, label: t(`inbox.clock.${each}`) }))}
      />
      <AmountField name="least" label={t('inbox.least')} unit="wan" />
      <AmountField name="most" label={t('inbox.most')} unit="wan" />
    </FilterBar>
  );
}
