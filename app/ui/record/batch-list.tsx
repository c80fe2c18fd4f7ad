import { deliveryText } from '~/text/delivery.ts';
import { type Named, useNamed } from '~/ui/catalogue/named.ts';
import { LinkButton } from '~/ui/parts/button.tsx';
import { CheckboxField } from '~/ui/parts/choice-field.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { useText } from '~/ui/text.ts';
import { type BatchShown, BatchTable, WaitingBatches } from './batch-table.tsx';

export type BatchListProps = {
  readonly batches: readonly BatchShown[];
  readonly waiting: readonly BatchShown[];
  readonly next: string | null;
  readonly providers: readonly (Named & { readonly id: string })[];
  readonly asked: { readonly [name: string]: string | undefined };
};

const here = '/operator/batches';

/** Every provider's batches, for the platform's data desk. */
export function BatchList({ batches, waiting, next, providers, asked }: BatchListProps) {
  const t = useText(deliveryText);
  const named = useNamed();
  const kept = Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const more = next ? `${here}?${new URLSearchParams([...kept, ['before', next]])}` : null;
  const states = (['received', 'accepted', 'refused'] as const).map((value) => ({
    value,
    label: t(`delivery.state.${value}`),
  }));
  return (
    <div className="stack-lg">
      <PageHeader
        title={t('delivery.batches.title')}
        lede={t('delivery.batches.lede')}
        actions={<LinkButton to="/operator/upload">{t('delivery.upload')}</LinkButton>}
      />
      <FilterBar values={asked} clearTo={here} active={kept.length}>
        <SelectField
          name="provider"
          label={t('delivery.provider')}
          empty={t('delivery.provider.all')}
          options={providers.map((each) => ({ value: each.id, label: named(each) }))}
        />
        <SelectField
          name="state"
          label={t('delivery.state')}
          empty={t('delivery.state.all')}
          options={states}
        />
        <CheckboxField name="waiting" label={t('delivery.only-waiting')} />
      </FilterBar>
      <WaitingBatches batches={waiting} base="/operator" withProvider />
      <Section title={t('delivery.batches')}>
        <BatchTable batches={batches} base="/operator" withProvider />
        <KeysetPager next={more} shown={batches.length} />
      </Section>
    </div>
  );
}
