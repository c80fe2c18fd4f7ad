import { gradeLadder } from '~/domain/product/vocabulary.ts';
import { cultivationText } from '~/text/cultivation.ts';
import { type ListedFirm, ListedFirms } from '~/ui/loan/cultivated-page.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useNamed, useText } from '~/ui/text.ts';

type Query = { readonly region: string; readonly section: string; readonly grade: string };

export type ProspectsProps = {
  readonly rows: readonly ListedFirm[];
  readonly more: boolean;
  readonly query: Query & { readonly page: number };
  readonly sections: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
};

const here = '/bank/prospects';

/** Firms that agreed to hear of products, narrowed by place, industry and public grade. */
export function ProspectsPage({ rows, more, query, sections }: ProspectsProps) {
  const t = useText(cultivationText);
  const { page, ...filter } = query;
  const at = (to: number) => `${here}?${new URLSearchParams({ ...filter, page: String(to) })}`;
  return (
    <div className="stack">
      <PageHeader title={t('prospect.bank-title')} lede={t('prospect.bank-lede')} />
      <Filters filter={filter} sections={sections} />
      <ListedFirms
        rows={rows}
        page={page}
        more={more}
        at={at}
        caption={t('prospect.bank-title')}
        empty={<EmptyState title={t('prospect.none')}>{t('prospect.none-next')}</EmptyState>}
      />
    </div>
  );
}

function Filters({ filter, sections }: { filter: Query; sections: ProspectsProps['sections'] }) {
  const t = useText(cultivationText);
  const name = useNamed();
  const active = Object.values(filter).filter((value) => value !== '').length;
  return (
    <FilterBar values={filter} clearTo={here} active={active}>
      <TextField
        name="region"
        label={t('prospect.region')}
        hint={t('prospect.region-hint')}
        inputMode="numeric"
        width="sm"
      />
      <SelectField
        name="section"
        label={t('prospect.section')}
        empty={t('prospect.any')}
        options={sections.map((section) => ({ value: section.code, label: name(section) }))}
      />
      <SelectField
        name="grade"
        label={t('prospect.at-least')}
        empty={t('prospect.any')}
        options={gradeLadder.toReversed().map((grade) => ({ value: grade, label: grade }))}
      />
    </FilterBar>
  );
}
