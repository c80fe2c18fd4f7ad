import { modellingText } from '~/text/modelling.ts';
import { modellingChartText } from '~/text/modelling-chart.ts';
import { showPpm } from '~/ui/format.ts';
import { TrendChart } from '~/ui/parts/chart/trend-chart.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import type { CardShown } from './card-shown.ts';

type RankingProps = Pick<CardShown, 'months' | 'thresholds'>;

/** AUC and KS over the months, each over the stretches that its thresholds divide. */
export function CardRanking({ months, thresholds }: RankingProps) {
  const t = useText(modellingChartText);
  const { aucWatchPpm, aucActPpm, ksWatchPpm, ksActPpm } = thresholds;
  if (months.every(({ aucPpm, ksPpm }) => aucPpm === null && ksPpm === null))
    return <p className="text-ink-soft">{t('chart.ranking-none')}</p>;
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Ranking
        what="auc"
        values={months.map(({ month, aucPpm }) => [month, aucPpm])}
        limits={{ watch: aucWatchPpm, act: aucActPpm }}
        ends={[500_000, 1_000_000]}
      />
      <Ranking
        what="ks"
        values={months.map(({ month, ksPpm }) => [month, ksPpm])}
        limits={{ watch: ksWatchPpm, act: ksActPpm }}
        ends={[0, 600_000]}
      />
    </div>
  );
}

type OneProps = {
  readonly what: 'auc' | 'ks';
  readonly values: readonly (readonly [month: string, ppm: number | null])[];
  readonly limits: { readonly watch: number; readonly act: number };
  /** The scale in ppm, unless a value lies beyond it. */
  readonly ends: readonly [number, number];
};

function Ranking({ what, values, limits: { watch, act }, ends }: OneProps) {
  const t = useText(modellingText);
  const chart = useText(modellingChartText);
  const locale = useLocale();
  const seen = values.flatMap(([, ppm]) => ppm ?? []);
  const low = Math.min(ends[0], act, ...seen);
  const high = Math.max(ends[1], watch, ...seen);
  const show = (ppm: number) => showPpm(ppm, locale, 1);
  return (
    <TrendChart
      title={t(`modelling.${what}`)}
      description={chart(`chart.${what}-what`, show(watch), show(act))}
      domain={[low, high]}
      tick={(ppm) => showPpm(ppm, locale, 0)}
      bands={[
        { from: low, to: act, label: t('modelling.light.act') },
        { from: act, to: watch, label: t('modelling.light.watch') },
        { from: watch, to: high, label: t('modelling.light.good') },
      ]}
      points={values.map(([month, ppm]) => ({
        label: month,
        value: ppm,
        text: ppm === null ? undefined : show(ppm),
      }))}
    />
  );
}
