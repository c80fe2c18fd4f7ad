import { catalogueDeskText } from '~/text/catalogue-desk.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { showCount } from '~/ui/format.ts';
import { useBasis } from '~/ui/legal-basis.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button, LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { DayText } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { ItemFacts } from './item-facts.tsx';
import type { ItemSaid } from './item-words.ts';
import { type Named, useNamed } from './named.ts';

type Version = {
  readonly version: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly draftedBy: string | null;
  readonly publishedBy: string | null;
  readonly inForce: boolean;
  readonly changed: readonly string[];
};

export type ItemPageProps = {
  readonly code: string;
  readonly shown: {
    readonly item: ItemSaid & { readonly version: number; readonly providerName: Named };
    readonly legalBasis: string;
    readonly legalBasisEn: string;
  };
  readonly versions: readonly Version[];
  readonly draft: { readonly id: string } | null;
  readonly touched: { readonly consents: number; readonly batches: number };
  readonly mayDraft: boolean;
};

/** An item: what the shown version says, every version with its makers, the draft of the next one. */
export function ItemPage({ code, shown, versions, draft, touched, mayDraft }: ItemPageProps) {
  const t = useText(catalogueDeskText);
  const named = useNamed();
  const locale = useLocale();
  const basis = useBasis();
  const { item } = shown;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('catalogue.desk.title'), to: '/operator/catalogue' }, { label: named(item.name) }]}
        eyebrow={code}
        title={t('catalogue.draft-of', named(item.name), item.version)}
        lede={basis(shown)}
        actions={
          draft ? (
            <LinkButton to={`/operator/catalogue-drafts/${draft.id}`}>{t('catalogue.go-draft')}</LinkButton>
          ) : mayDraft ? (
            <CommandForm>
              <input type="hidden" name="version" value={item.version} />
              <Button>{t('catalogue.start')}</Button>
            </CommandForm>
          ) : undefined
        }
      />
      <Card title={t('catalogue.what-it-says')}>
        <ItemFacts item={item} provider={named(item.providerName)} />
      </Card>
      <Notice tone="info" title={t('catalogue.touched')}>
        {t('catalogue.touched-says', showCount(touched.consents, locale), showCount(touched.batches, locale))}
      </Notice>
      <Section title={t('catalogue.versions')}>
        <Versions code={code} versions={versions} />
      </Section>
    </div>
  );
}

function Versions({ code, versions }: Pick<ItemPageProps, 'code' | 'versions'>) {
  const t = useText(catalogueDeskText);
  const comma = useLocale() === 'en' ? ', ' : '、';
  const columns: Column<Version>[] = [
    {
      key: 'version',
      header: t('catalogue.versions'),
      primary: true,
      cell: (each) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          <TextLink to={`/operator/catalogue/${code}?version=${each.version}`}>
            {t('catalogue.version', each.version)}
          </TextLink>
          {each.inForce ? <Badge tone="good">{t('catalogue.in-force')}</Badge> : null}
        </span>
      ),
    },
    { key: 'from', header: t('catalogue.valid-from'), cell: (each) => <DayText day={each.validFrom} /> },
    {
      key: 'to',
      header: t('catalogue.valid-to'),
      cell: (each) => (each.validTo ? <DayText day={each.validTo} /> : null),
    },
    {
      key: 'changed',
      header: t('catalogue.changed'),
      cell: (each) =>
        each.changed.map((field) => t(`catalogue.field.${field}` as 'catalogue.field.name')).join(comma) ||
        null,
    },
    {
      key: 'drafted',
      header: t('catalogue.drafted-by'),
      cell: (each) => each.draftedBy ?? t('catalogue.shipped'),
    },
    { key: 'published', header: t('catalogue.published-by'), cell: (each) => each.publishedBy },
  ];
  return (
    <DataTable
      caption={t('catalogue.versions')}
      captionHidden
      columns={columns}
      rows={versions}
      rowKey={(each) => String(each.version)}
    />
  );
}
