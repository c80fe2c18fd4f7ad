import type { Freshness } from '~/domain/catalogue/freshness.ts';
import { type Item, sensitivities } from '~/domain/catalogue/item.ts';
import { catalogueText } from '~/text/catalogue.ts';
import { ceilingText, levelText } from '~/text/catalogue-desk.ts';
import { showCount } from '~/ui/format.ts';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText } from '~/ui/parts/figures.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { FreshnessBadge, RetentionText, SharingBadge } from './item-badges.tsx';
import { type Named, useNamed } from './named.ts';

type Entry = Pick<
  Item,
  | 'code'
  | 'name'
  | 'className'
  | 'mode'
  | 'sensitivity'
  | 'subject'
  | 'ceiling'
  | 'level'
  | 'period'
  | 'retentionYears'
  | 'retentionStart'
> & {
  readonly provider: Named;
  readonly lastDelivery: string | null;
  readonly freshness: Freshness;
};
type Choice = Named & { readonly code: string };

export type CatalogueProps = {
  readonly entries: readonly Entry[];
  readonly total: number;
  readonly providers: readonly Choice[];
  readonly classes: readonly Choice[];
  readonly asked: { readonly [name: string]: string | undefined };
};

/** The public catalogue: what is held, from whom, how it is shared, how recent it is. */
export function CataloguePage({ entries, total, providers, classes, asked }: CatalogueProps) {
  const t = useText(catalogueText);
  const locale = useLocale();
  const columns = useColumns();
  return (
    <div className="stack-lg">
      <PageHeader title={t('catalogue.title')} lede={t('catalogue.lede')} />
      <CatalogueFilter providers={providers} classes={classes} asked={asked} />
      <p className="num text-sm text-ink-soft" role="status">
        {t('catalogue.shown', showCount(entries.length, locale), showCount(total, locale))}
      </p>
      <DataTable
        caption={t('catalogue.caption')}
        captionHidden
        columns={columns}
        rows={entries}
        rowKey={(entry) => entry.code}
        empty={<EmptyState title={t('catalogue.none')}>{t('catalogue.none-next')}</EmptyState>}
      />
    </div>
  );
}

function CatalogueFilter({
  providers,
  classes,
  asked,
}: Pick<CatalogueProps, 'providers' | 'classes' | 'asked'>) {
  const t = useText(catalogueText);
  const named = useNamed();
  const option = (choice: Choice) => ({ value: choice.code, label: named(choice) });
  const active = Object.values(asked).filter(Boolean).length;
  return (
    <FilterBar values={asked} clearTo="/catalogue" active={active}>
      <TextField name="q" label={t('catalogue.search')} type="search" width="md" />
      <SelectField
        name="class"
        label={t('catalogue.class')}
        empty={t('catalogue.all')}
        options={classes.map(option)}
      />
      <SelectField
        name="provider"
        label={t('catalogue.provider')}
        empty={t('catalogue.all')}
        options={providers.map(option)}
      />
      <SelectField
        name="sharing"
        label={t('catalogue.sharing')}
        empty={t('catalogue.all')}
        options={sensitivities.map((value) => ({ value, label: t(`catalogue.sensitivity.${value}`) }))}
      />
    </FilterBar>
  );
}

function useColumns(): Column<Entry>[] {
  const t = useText(catalogueText);
  const levels = useText(levelText);
  const ceilings = useText(ceilingText);
  const named = useNamed();
  return [
    { key: 'item', header: t('catalogue.item'), primary: true, cell: (entry) => <Titled entry={entry} /> },
    { key: 'class', header: t('catalogue.class'), cell: (entry) => named(entry.className) },
    { key: 'provider', header: t('catalogue.provider'), cell: (entry) => named(entry.provider) },
    {
      key: 'sharing',
      header: t('catalogue.sharing'),
      cell: (entry) => <SharingBadge sensitivity={entry.sensitivity} />,
    },
    {
      key: 'mode',
      header: t('catalogue.mode'),
      cell: (entry) => `${levels(`catalogue.level.${entry.level}`)} · ${t(`catalogue.mode.${entry.mode}`)}`,
    },
    {
      key: 'ceiling',
      header: ceilings('catalogue.ceiling'),
      cell: (entry) => ceilings(`catalogue.ceiling.${entry.ceiling}`),
    },
    { key: 'period', header: t('catalogue.period'), cell: (entry) => t(`catalogue.period.${entry.period}`) },
    { key: 'retention', header: t('catalogue.retention'), cell: (entry) => <RetentionText {...entry} /> },
    {
      key: 'last',
      header: t('catalogue.last-delivery'),
      cell: (entry) =>
        entry.mode === 'verify' || entry.mode === 'declared' ? (
          t(`catalogue.mode.${entry.mode}`)
        ) : (
          <Delivered entry={entry} />
        ),
    },
  ];
}

function Delivered({ entry: { lastDelivery, freshness } }: { entry: Entry }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {lastDelivery ? <DayText day={lastDelivery} /> : null}
      <FreshnessBadge freshness={freshness} />
    </span>
  );
}

function Titled({ entry }: { entry: Entry }) {
  const named = useNamed();
  return (
    <>
      {named(entry.name)}
      <span className="num block text-sm font-normal text-ink-soft">{entry.code}</span>
    </>
  );
}
