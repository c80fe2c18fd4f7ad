import { dimensionNames, featureNames } from '~/text/feature.ts';
import { letterOf } from '~/text/letter.ts';
import { impactText } from '~/text/scorecard.ts';
import { type Named, useNamed } from '~/ui/catalogue/named.ts';
import { showCount, showDay, showPoints } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { Figure, FigureRow } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { PrintButton } from '~/ui/parts/print-button.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Feature = {
  readonly code: string;
  readonly dimension: string;
  readonly most: number;
  readonly alone: boolean;
};
type Product = {
  readonly id: string;
  readonly name: Named;
  readonly bank: Named;
  readonly dependence: 'rule' | 'score';
};

export type ImpactProps = {
  readonly code: string;
  readonly name: Named;
  readonly provider: Named;
  readonly freshDays: number;
  readonly lastDelivery: string | null;
  readonly freshness: 'fresh' | 'stale' | 'never';
  readonly lateDays: number;
  readonly unknownFrom: string | null;
  readonly belowFloor: number;
  readonly points: number;
  readonly features: readonly Feature[];
  readonly products: readonly Product[];
  readonly held: { readonly firms: number; readonly pending: number; readonly scored: number };
  readonly today: string;
};

/** What hangs on an item: indicators, products, applications, and the letter to its department. */
export function ImpactPage(impact: ImpactProps) {
  const { code, name, provider, features, products, held, freshness, lateDays } = impact;
  const t = useText(impactText);
  const named = useNamed();
  const locale = useLocale();
  const standing = {
    fresh: t('impact.on-time'),
    stale: t('impact.late', lateDays),
    never: t('impact.never'),
  }[freshness];
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: named(provider) }, { label: named(name), to: `/operator/catalogue/${code}` }]}
        eyebrow={code}
        title={t('impact.of', named(name))}
        lede={named(provider)}
        badge={<Badge tone={freshness === 'fresh' ? 'good' : 'warn'}>{standing}</Badge>}
      />
      <FigureRow>
        <Figure label={t('impact.features')} value={showCount(features.length, locale)} />
        <Figure label={t('impact.points')} value={showPoints(impact.points)} />
        <Figure label={t('impact.products')} value={showCount(products.length, locale)} />
        <Figure label={t('impact.pending')} value={showCount(held.pending, locale)} />
        <Figure label={t('impact.firms')} value={showCount(held.firms, locale)} />
        <Figure label={t('impact.scored')} value={showCount(held.scored, locale)} />
        <Figure label={t('impact.below')} value={showCount(impact.belowFloor, locale)} />
      </FigureRow>
      {impact.unknownFrom && freshness === 'stale' ? (
        <Notice
          tone="warn"
          title={t(
            impact.unknownFrom <= impact.today ? 'impact.unknown-since' : 'impact.unknown-from',
            showDay(impact.unknownFrom, locale),
          )}
        />
      ) : null}
      <Section title={t('impact.features')}>
        <Features features={features} />
      </Section>
      <Section title={t('impact.products')}>
        <Products products={products} />
      </Section>
      <Section
        title={t('impact.letter')}
        lede={t('impact.letter-lede')}
        actions={
          <span className="flex flex-wrap gap-2">
            <PrintButton />
            <LinkButton to={`/operator/impact/${code}/letter.txt`} variant="secondary" download>
              {t('impact.download')}
            </LinkButton>
          </span>
        }
      >
        <p className="measure rounded-sheet border border-line bg-sheet p-5 whitespace-pre-line">
          {letterOf(impact, locale)}
        </p>
      </Section>
    </div>
  );
}

function Features({ features }: Pick<ImpactProps, 'features'>) {
  const t = useText(impactText);
  const f = useText(featureNames);
  const d = useText(dimensionNames);
  return (
    <DataTable
      caption={t('impact.features')}
      captionHidden
      rows={features}
      rowKey={(each) => each.code}
      empty={<EmptyState title={t('impact.features-none')} />}
      columns={[
        {
          key: 'feature',
          header: t('impact.feature'),
          primary: true,
          cell: (each) => (each.code in featureNames ? f(each.code as keyof typeof featureNames) : each.code),
        },
        {
          key: 'dimension',
          header: t('impact.dimension'),
          cell: (each) =>
            each.dimension in dimensionNames
              ? d(each.dimension as keyof typeof dimensionNames)
              : each.dimension,
        },
        { key: 'most', header: t('impact.most'), align: 'end', cell: (each) => showPoints(each.most) },
        {
          key: 'alone',
          header: t('impact.alone'),
          cell: (each) => t(each.alone ? 'impact.alone-yes' : 'impact.alone-no'),
        },
      ]}
    />
  );
}

function Products({ products }: Pick<ImpactProps, 'products'>) {
  const t = useText(impactText);
  const named = useNamed();
  return (
    <DataTable
      caption={t('impact.products')}
      captionHidden
      rows={products}
      rowKey={(each) => each.id}
      empty={<EmptyState title={t('impact.products-none')} />}
      columns={[
        {
          key: 'product',
          header: t('impact.product'),
          primary: true,
          cell: (each) => <TextLink to={`/products/${each.id}`}>{named(each.name)}</TextLink>,
        },
        { key: 'bank', header: t('impact.bank'), cell: (each) => named(each.bank) },
        { key: 'how', header: t('impact.dependence'), cell: (each) => t(`impact.${each.dependence}`) },
      ]}
    />
  );
}
