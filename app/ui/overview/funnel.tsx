import { showCount, showDay } from '~/text/format.ts';
import { overviewText } from '~/text/overview.ts';
import { FundedTableau, type TableauProps } from '~/ui/overview/funded-tableau.tsx';
import { FunnelFirms, type FunnelList, type Step } from '~/ui/overview/funnel-firms.tsx';
import { MetricFigure } from '~/ui/overview/metric-figure.tsx';
import { BarChart } from '~/ui/parts/chart/bar-chart.tsx';
import { FunnelChart } from '~/ui/parts/chart/funnel-chart.tsx';
import { FigureRow, Money } from '~/ui/parts/figures.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type FunnelProps = {
  /** The last day counted; null for this moment. */
  readonly on: string | null;
  readonly steps: readonly { readonly step: Step; readonly firms: number | null }[];
  readonly grades: readonly { readonly grade: string; readonly firms: number | null }[];
  readonly sums: {
    readonly firms: number | null;
    readonly banks: number;
    readonly products: number;
    readonly loans: number | null;
    readonly lent: string | null;
  };
  readonly regions: readonly { readonly value: string; readonly label: string }[];
  readonly region: string | null;
  readonly step: Step | null;
  readonly list: FunnelList | null;
  readonly statistics: TableauProps;
  readonly clearTo: string;
};

/** Registration to healthy loan as a funnel, and the province's public grades. */
export function Funnel(props: FunnelProps) {
  const { on, steps, grades, sums, regions, region, step, list, statistics, clearTo } = props;
  const t = useText(overviewText);
  const locale = useLocale();
  const count = (n: number | null) => (n === null ? t('funnel.hidden') : t('funnel.firms', n));
  const shown = (n: number | null) => (n === null ? t('funnel.hidden') : showCount(n, locale));
  const hidden = [...steps, ...grades, sums].some((s) => s.firms === null) || sums.loans === null;
  return (
    <div className="stack-lg">
      <PageHeader title={t('funnel.title')} lede={t('funnel.lede')} />
      {on ? <p className="measure">{t('funnel.on', showDay(on, locale))}</p> : null}
      <FigureRow>
        <MetricFigure code="province.firms" value={shown(sums.firms)} />
        <MetricFigure code="province.banks" value={sums.banks} />
        <MetricFigure code="province.products" value={sums.products} />
        <MetricFigure code="province.loans" value={shown(sums.loans)} />
        <MetricFigure
          code="province.lent"
          value={sums.lent === null ? shown(null) : <Money fen={sums.lent} style="short" />}
        />
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
      <FunnelFirms steps={steps} step={step} list={list} region={region} />
      <FundedTableau {...statistics} />
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
