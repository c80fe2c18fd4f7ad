import type { Freshness } from '~/domain/catalogue/freshness.ts';
import type { Item } from '~/domain/catalogue/item.ts';
import { recordText } from '~/text/record.ts';
import { FreshnessBadge, SharingBadge } from '~/ui/catalogue/item-badges.tsx';
import { type Named, useNamed } from '~/ui/catalogue/named.ts';
import { showCount } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, Figure, FigureRow } from '~/ui/parts/figures.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type OwnItem = Pick<Item, 'code' | 'name' | 'sensitivity' | 'mode' | 'polarity'> & {
  readonly provider: Named;
  readonly records: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly lastDelivery: string | null;
  readonly freshness: Freshness;
};

export type OwnDataProps = {
  readonly groups: readonly {
    readonly code: string;
    readonly name: Named;
    readonly items: readonly OwnItem[];
  }[];
  readonly classes: readonly (Named & { readonly code: string })[];
  readonly records: number;
  readonly itemsHeld: number;
  readonly negative: number;
  readonly stale: number;
  readonly asked: { readonly show: 'held' | 'negative' | 'all'; readonly class: string | undefined };
};

/** 我的数据: all that is held about the reader's firm, by group. */
export function OwnData(props: OwnDataProps) {
  const t = useText(recordText);
  const named = useNamed();
  const { groups, asked, records } = props;
  const columns = useColumns();
  return (
    <div className="stack-lg">
      <PageHeader
        title={t('record.title')}
        lede={t('record.lede')}
        actions={
          <LinkButton to="/my/data/readers" variant="secondary">
            {t('record.readers-link')}
          </LinkButton>
        }
      />
      <Figures {...props} />
      <DataFilter classes={props.classes} asked={asked} />
      {groups.length === 0 ? <Nothing filtered={records > 0} /> : null}
      {groups.map((group) => (
        <Section key={group.code} id={group.code} title={named(group.name)}>
          <DataTable
            caption={named(group.name)}
            captionHidden
            columns={columns}
            rows={group.items}
            rowKey={(item) => item.code}
          />
        </Section>
      ))}
    </div>
  );
}

function Figures({ records, itemsHeld, negative, stale }: OwnDataProps) {
  const t = useText(recordText);
  const locale = useLocale();
  return (
    <FigureRow>
      <Figure label={t('record.figures.records')} value={showCount(records, locale)} />
      <Figure label={t('record.figures.items')} value={showCount(itemsHeld, locale)} />
      <Figure label={t('record.figures.negative')} value={showCount(negative, locale)} />
      <Figure label={t('record.figures.stale')} value={showCount(stale, locale)} />
    </FigureRow>
  );
}

function DataFilter({ classes, asked }: Pick<OwnDataProps, 'classes' | 'asked'>) {
  const t = useText(recordText);
  const named = useNamed();
  const shows = (['held', 'negative', 'all'] as const).map((value) => ({
    value,
    label: t(`record.show.${value}`),
  }));
  return (
    <FilterBar
      values={asked}
      clearTo="/my/data"
      active={Number(asked.show !== 'held') + Number(Boolean(asked.class))}
    >
      <SelectField name="show" label={t('record.show')} options={shows} />
      <SelectField
        name="class"
        label={t('record.group')}
        empty={t('record.group.all')}
        options={classes.map((each) => ({ value: each.code, label: named(each) }))}
      />
    </FilterBar>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const t = useText(recordText);
  if (filtered) return <EmptyState title={t('record.empty-filter')} />;
  return <EmptyState title={t('record.empty')}>{t('record.empty-next')}</EmptyState>;
}

function useColumns(): Column<OwnItem>[] {
  const t = useText(recordText);
  const named = useNamed();
  const locale = useLocale();
  return [
    {
      key: 'item',
      header: t('record.item'),
      primary: true,
      className: '@2xl:w-[38%]',
      cell: (item) => <ItemName item={item} />,
    },
    {
      key: 'count',
      header: t('record.count'),
      align: 'end',
      className: '@2xl:w-[10%]',
      cell: (item) => (item.records === 0 ? t('record.none-held') : showCount(item.records, locale)),
    },
    {
      key: 'period',
      header: t('record.period'),
      className: '@2xl:w-[16%]',
      cell: (item) => <Period item={item} />,
    },
    {
      key: 'source',
      header: t('record.source'),
      className: '@2xl:w-[20%]',
      cell: (item) => named(item.provider),
    },
    { key: 'fresh', header: t('record.freshness'), cell: (item) => <Source item={item} /> },
  ];
}

function ItemName({ item }: { item: OwnItem }) {
  const t = useText(recordText);
  const name = useNamed()(item.name);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      {item.records > 0 ? <TextLink to={`/my/data/${item.code}`}>{name}</TextLink> : name}
      {item.polarity === 'negative' && item.records > 0 ? (
        <Badge tone="bad">{t('record.negative')}</Badge>
      ) : null}
      <SharingBadge sensitivity={item.sensitivity} />
    </span>
  );
}

function Period({ item: { records, first, last } }: { item: OwnItem }) {
  const t = useText(recordText);
  if (records === 0) return null;
  if (!first || !last) return <>{t('record.undated')}</>;
  return (
    <>
      <DayText day={first} precision="month" />
      {last.slice(0, 7) === first.slice(0, 7) ? null : (
        <>
          {' – '}
          <DayText day={last} precision="month" />
        </>
      )}
    </>
  );
}

function Source({ item }: { item: OwnItem }) {
  const t = useText(recordText);
  if (item.mode === 'verify') return <>{t('record.verified-only')}</>;
  if (item.mode === 'declared') return <TextLink to="/my/declaration">{t('record.declared')}</TextLink>;
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <FreshnessBadge freshness={item.freshness} />
      {item.lastDelivery ? <DayText day={item.lastDelivery} /> : null}
    </span>
  );
}
