import { showCount } from '~/text/format.ts';
import { overviewText } from '~/text/overview.ts';
import { BarChart } from '~/ui/parts/chart/bar-chart.tsx';
import { FunnelChart } from '~/ui/parts/chart/funnel-chart.tsx';
import { Figure, FigureRow, Money } from '~/ui/parts/figures.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Step =
  | 'registered'
  | 'consented'
  | 'scored'
  | 'needing'
  | 'applied'
  | 'offered'
  | 'disbursed'
  | 'healthy';

export type FunnelProps = {
  readonly steps: readonly { readonly step: Step; readonly firms: number | null }[];
  readonly grades: readonly { readonly grade: string; readonly firms: number | null }[];
  readonly sums: {
    readonly firms: number;
    readonly banks: number;
    readonly products: number;
    readonly loans: number;
    readonly lent: string;
  };
  readonly regions: readonly { readonly value: string; readonly label: string }[];
  readonly region: string | null;
  readonly clearTo: string;
};

/** Registration to healthy loan as a funnel, and the province's public grades. */
export function Funnel({ steps, grades, sums, regions, region, clearTo }: FunnelProps) {
  const t = useText(overviewText);
  const locale = useLocale();
  const count = (n: number | null) => (n === null ? t('funnel.hidden') : t('funnel.firms', n));
  const hidden = [...steps, ...grades].some((s) => s.firms === null);
  return (
    <div className="stack-lg">
      <PageHeader title={t('funnel.title')} lede={t('funnel.lede')} />
      <FigureRow>
        <Figure label={t('funnel.sum.firms')} value={showCount(sums.firms, locale)} />
        <Figure label={t('funnel.sum.banks')} value={sums.banks} />
        <Figure label={t('funnel.sum.products')} value={sums.products} />
        <Figure label={t('funnel.sum.loans')} value={showCount(sums.loans, locale)} />
        <Figure label={t('funnel.sum.lent')} value={<Money fen={sums.lent} style="short" />} />
      </FigureRow>
      <FilterBar clearTo={clearTo} active={region ? 1 : 0}>
        <SelectField
          name="region"
          label={t('funnel.region')}
          options={regions}
          empty={t('funnel.province')}
          defaultValue={region ?? undefined}
        />
      </FilterBar>
      {hidden ? <Notice tone="info" title={t('funnel.suppressed')} /> : null}
      <FunnelChart
        title={t('funnel.title')}
        description={t('funnel.lede')}
        steps={steps.map((s) => ({
          label: t(`funnel.${s.step}`),
          value: s.firms ?? 0,
          text: count(s.firms),
        }))}
      />
      <Grades grades={grades} />
    </div>
  );
}

const order = ['A+', 'A', 'B', 'C', 'D', 'insufficient'];

function Grades({ grades }: Pick<FunnelProps, 'grades'>) {
  const t = useText(overviewText);
  const sorted = [...grades].sort((a, b) => order.indexOf(a.grade) - order.indexOf(b.grade));
  return (
    <BarChart
      title={t('funnel.grades')}
      description={t('funnel.grades-about')}
      bars={sorted.map((g) => ({
        label: g.grade === 'insufficient' ? t('grade.insufficient') : g.grade,
        value: g.firms ?? 0,
        text: g.firms === null ? t('funnel.hidden') : t('funnel.firms', g.firms),
      }))}
    />
  );
}
