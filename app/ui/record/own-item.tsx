import type { Item } from '~/domain/catalogue/item.ts';
import { catalogueText } from '~/text/catalogue.ts';
import { recordText } from '~/text/record.ts';
import { RetentionText, SharingBadge } from '~/ui/catalogue/item-badges.tsx';
import { type Named, useNamed } from '~/ui/catalogue/named.ts';
import { showDay } from '~/ui/format.ts';
import { TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { DayText } from '~/ui/parts/figures.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { FactTable, type FactTableProps } from './fact-table.tsx';
import { OwnDeclaration } from './own-declaration.tsx';

type ItemSummary = FactTableProps['item'] &
  Pick<
    Item,
    'code' | 'name' | 'className' | 'mode' | 'sensitivity' | 'period' | 'retentionYears' | 'retentionStart'
  > & {
    readonly provider: Named;
  };

export type OwnItemProps = {
  readonly item: ItemSummary;
  readonly facts: FactTableProps['facts'];
  readonly total: number;
  readonly next: { readonly on: string; readonly id: string } | null;
  readonly lastDelivery: string | null;
  readonly asKnownOn: string;
  readonly today: string;
};

/** The records of one item, as known today or on an earlier day. */
export function OwnItem({ item, facts, total, next, lastDelivery, asKnownOn, today }: OwnItemProps) {
  const t = useText(recordText);
  const name = useNamed()(item.name);
  const here = `/my/data/${item.code}`;
  const past = asKnownOn !== today;
  const more = next
    ? `${here}?${new URLSearchParams({ ...(past && { known: asKnownOn }), after: `${next.on}_${next.id}` })}`
    : null;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('record.title'), to: '/my/data' }, { label: name }]}
        title={name}
        badge={<SharingBadge sensitivity={item.sensitivity} />}
      />
      <About item={item} lastDelivery={lastDelivery} />
      <FilterBar values={{ known: asKnownOn }} clearTo={here} active={Number(past)}>
        <DateField
          name="known"
          label={t('record.facts.as-known')}
          hint={t('record.facts.as-known-hint')}
          max={today}
        />
      </FilterBar>
      {past ? <PastNotice asKnownOn={asKnownOn} here={here} /> : null}
      <FactTable item={item} facts={facts} total={total} more={more} past={past} />
      {item.mode === 'declared' ? <OwnDeclaration /> : <Wrong provider={item.provider} />}
    </div>
  );
}

function PastNotice({ asKnownOn, here }: { asKnownOn: string; here: string }) {
  const t = useText(recordText);
  const locale = useLocale();
  return (
    <Notice
      tone="info"
      title={t('record.facts.as-known-is', showDay(asKnownOn, locale))}
      next={<TextLink to={here}>{t('record.facts.to-now')}</TextLink>}
    />
  );
}

function About({ item, lastDelivery }: Pick<OwnItemProps, 'item' | 'lastDelivery'>) {
  const t = useText(recordText);
  const c = useText(catalogueText);
  const named = useNamed();
  return (
    <Card>
      <DefinitionList
        layout="grid"
        items={[
          { term: t('record.about.provider'), value: named(item.provider) },
          { term: t('record.about.sharing'), value: c(`catalogue.mode.${item.mode}`) },
          { term: t('record.about.updated'), value: c(`catalogue.period.${item.period}`) },
          {
            term: t('record.about.last'),
            value: lastDelivery ? <DayText day={lastDelivery} /> : t('record.about.never'),
          },
          { term: t('record.about.retention'), value: <RetentionText {...item} /> },
        ]}
      />
    </Card>
  );
}

function Wrong({ provider }: { provider: Named }) {
  const t = useText(recordText);
  return (
    <Notice tone="info" title={t('record.wrong')}>
      {t('record.wrong-next', useNamed()(provider))}
    </Notice>
  );
}
