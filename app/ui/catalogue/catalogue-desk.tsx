import { catalogueText } from '~/text/catalogue.ts';
import { catalogueDeskText, ceilingText, levelText } from '~/text/catalogue-desk.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { showCount } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { Card, CardGrid } from '~/ui/parts/card.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { SharingBadge } from './item-badges.tsx';
import type { ItemSaid } from './item-words.ts';
import { type Named, useNamed } from './named.ts';

type Entry = Pick<ItemSaid, 'code' | 'name' | 'className' | 'mode' | 'sensitivity' | 'ceiling' | 'level'> & {
  readonly version: number;
  readonly provider: Named;
};
export type DraftStateShown = 'draft' | 'review' | 'published' | 'discarded';
type Draft = {
  readonly id: string;
  readonly version: number;
  readonly name: Named;
  readonly state: DraftStateShown;
  readonly note: string;
};

export type CatalogueDeskProps = {
  readonly entries: readonly Entry[];
  readonly total: number;
  readonly drafts: readonly Draft[];
  readonly suppliers: readonly { readonly id: string; readonly name: Named }[];
  readonly q: string | null;
  readonly mayDraft: boolean;
};

const tones = { draft: 'info', review: 'warn', published: 'good', discarded: 'mute' } as const;

/** Where a draft stands. */
export function DraftStateBadge({ state }: { state: DraftStateShown }) {
  const t = useText(catalogueDeskText);
  return <Badge tone={tones[state]}>{t(`catalogue.state.${state}`)}</Badge>;
}

/** The editor of the catalogue: what waits, every item with the version in force, a new item. */
export function CatalogueDesk({ entries, total, drafts, suppliers, q, mayDraft }: CatalogueDeskProps) {
  const t = useText(catalogueDeskText);
  const c = useText(catalogueText);
  const locale = useLocale();
  const named = useNamed();
  const columns = useColumns();
  return (
    <div className="stack-lg">
      <PageHeader title={t('catalogue.desk.title')} lede={t('catalogue.desk.lede')} />
      {drafts.length > 0 ? (
        <Section title={t('catalogue.desk.open')}>
          <CardGrid>
            {drafts.map((draft) => (
              <Card
                key={draft.id}
                level={3}
                to={`/operator/catalogue-drafts/${draft.id}`}
                title={t('catalogue.draft-of', named(draft.name), draft.version)}
                lede={draft.note || t('catalogue.note-missing')}
                footer={<DraftStateBadge state={draft.state} />}
              />
            ))}
          </CardGrid>
        </Section>
      ) : null}
      <FilterBar values={{ q: q ?? undefined }} clearTo="/operator/catalogue" active={q ? 1 : 0}>
        <TextField name="q" label={c('catalogue.search')} type="search" width="md" />
      </FilterBar>
      <p className="num text-sm text-ink-soft" role="status">
        {c('catalogue.shown', showCount(entries.length, locale), showCount(total, locale))}
      </p>
      <DataTable
        caption={c('catalogue.caption')}
        captionHidden
        columns={columns}
        rows={entries}
        rowKey={(entry) => entry.code}
        empty={<EmptyState title={c('catalogue.none')}>{c('catalogue.none-next')}</EmptyState>}
      />
      {mayDraft ? <NewItem suppliers={suppliers} /> : null}
    </div>
  );
}

function NewItem({ suppliers }: Pick<CatalogueDeskProps, 'suppliers'>) {
  const t = useText(catalogueDeskText);
  const named = useNamed();
  return (
    <Card title={t('catalogue.new')} lede={t('catalogue.new-lede')}>
      <CommandForm>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="code" label={t('catalogue.code')} code required />
          <SelectField
            name="provider"
            label={t('catalogue.field.provider')}
            empty=""
            required
            options={suppliers.map(({ id, name }) => ({ value: id, label: named(name) }))}
          />
        </div>
        <div>
          <Button>{t('catalogue.start-new')}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}

function useColumns(): Column<Entry>[] {
  const t = useText(catalogueDeskText);
  const c = useText(catalogueText);
  const levels = useText(levelText);
  const ceilings = useText(ceilingText);
  const named = useNamed();
  return [
    { key: 'item', header: c('catalogue.item'), primary: true, cell: (entry) => <ItemLink entry={entry} /> },
    {
      key: 'version',
      header: t('catalogue.versions'),
      cell: (entry) => t('catalogue.version', entry.version),
    },
    { key: 'provider', header: c('catalogue.provider'), cell: (entry) => named(entry.provider) },
    {
      key: 'level',
      header: t('catalogue.field.level'),
      cell: (entry) => levels(`catalogue.level.${entry.level}`),
    },
    { key: 'mode', header: c('catalogue.mode'), cell: (entry) => c(`catalogue.mode.${entry.mode}`) },
    {
      key: 'sharing',
      header: c('catalogue.sharing'),
      cell: (entry) => <SharingBadge sensitivity={entry.sensitivity} />,
    },
    {
      key: 'ceiling',
      header: ceilings('catalogue.ceiling'),
      cell: (entry) => ceilings(`catalogue.ceiling.${entry.ceiling}`),
    },
  ];
}

function ItemLink({ entry }: { entry: Entry }) {
  const named = useNamed();
  return (
    <>
      <TextLink to={`/operator/catalogue/${entry.code}`}>{named(entry.name)}</TextLink>
      <span className="num block text-sm font-normal text-ink-soft">{entry.code}</span>
    </>
  );
}
