import { modellingText } from '~/text/modelling.ts';
import { showCount, showPpm } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { TrendChart } from '~/ui/parts/chart/trend-chart.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { CardCalibration } from './card-calibration.tsx';
import { CardCsi } from './card-csi.tsx';
import { CardRanking } from './card-ranking.tsx';
import type { CardShown, MonthShown } from './card-shown.ts';
import { LightBadge, showIndex } from './light-badge.tsx';

/** How a card behaves: PSI over the months, CSI, AUC and KS, calibration, groups. */
export function CardMonitoring(card: CardShown) {
  return (
    <>
      <Months {...card} />
      <CardCsi {...card} />
      <CardCalibration {...card} />
      <Impact {...card} />
    </>
  );
}

function Months({ months, thresholds }: CardShown) {
  const t = useText(modellingText);
  const [watch, act] = [showIndex(thresholds.psiWatchPpm), showIndex(thresholds.psiActPpm)];
  const top = Math.max(0.3, ...months.map(({ psiPpm }) => psiPpm / 1_000_000));
  return (
    <Section title={t('modelling.monitoring')} lede={t('modelling.thresholds-unverified')}>
      {months.length === 0 ? (
        <p>{t('modelling.months-none')}</p>
      ) : (
        <TrendChart
          title={t('modelling.psi')}
          description={t('modelling.psi-what', watch, act)}
          domain={[0, top]}
          tick={(value) => value.toFixed(2)}
          bands={[
            { from: 0, to: thresholds.psiWatchPpm / 1_000_000, label: t('modelling.light.good') },
            {
              from: thresholds.psiWatchPpm / 1_000_000,
              to: thresholds.psiActPpm / 1_000_000,
              label: t('modelling.light.watch'),
            },
            { from: thresholds.psiActPpm / 1_000_000, to: top, label: t('modelling.light.act') },
          ]}
          points={months.map(({ month, psiPpm }) => ({
            label: month,
            value: psiPpm / 1_000_000,
            text: showIndex(psiPpm),
          }))}
        />
      )}
      {months.length === 0 ? null : (
        <>
          <CardRanking months={months} thresholds={thresholds} />
          <MonthTable months={months} />
        </>
      )}
    </Section>
  );
}

function MonthTable({ months }: { months: readonly MonthShown[] }) {
  const t = useText(modellingText);
  const locale = useLocale();
  const rank = (ppm: number | null) => (ppm === null ? '—' : showPpm(ppm, locale, 1));
  return (
    <DataTable
      caption={t('modelling.monitoring')}
      captionHidden
      rows={[...months].reverse()}
      rowKey={(row) => row.month}
      columns={[
        { key: 'month', header: t('modelling.month'), primary: true, cell: (row) => row.month },
        {
          key: 'firms',
          header: t('modelling.firms'),
          align: 'end',
          cell: (row) => showCount(row.firms, locale),
        },
        {
          key: 'psi',
          header: t('modelling.psi'),
          cell: (row) => (
            <span className="inline-flex items-center gap-2">
              {showIndex(row.psiPpm)} <LightBadge light={row.psiLight} />
            </span>
          ),
        },
        {
          key: 'loans',
          header: t('modelling.loans'),
          align: 'end',
          cell: (row) => `${showCount(row.loans, locale)} / ${showCount(row.bads, locale)}`,
        },
        {
          key: 'auc',
          header: t('modelling.auc'),
          cell: (row) => (
            <span className="inline-flex items-center gap-2">
              {rank(row.aucPpm)} <LightBadge light={row.aucLight} />
            </span>
          ),
        },
        {
          key: 'ks',
          header: t('modelling.ks'),
          cell: (row) => (
            <span className="inline-flex items-center gap-2">
              {rank(row.ksPpm)} <LightBadge light={row.ksLight} />
            </span>
          ),
        },
      ]}
    />
  );
}

function Impact({ impact, names, thresholds }: CardShown) {
  const t = useText(modellingText);
  const locale = useLocale();
  const word = ({ kind, key }: CardShown['impact'][number]) => {
    if (kind === 'kind')
      return t(key === 'company' ? 'modelling.kind-company' : 'modelling.kind-sole-trader');
    const name = names[key];
    return name ? (locale === 'en' ? name.en : name.zh) : key;
  };
  const limit = showPpm(thresholds.impactPpm, locale, 0);
  return (
    <Section
      title={t('modelling.impact')}
      lede={t('modelling.impact-about', limit, thresholds.smallestGroup)}
    >
      <DataTable
        caption={t('modelling.impact')}
        captionHidden
        rows={impact}
        rowKey={(row) => `${row.kind} ${row.key}`}
        empty={t('modelling.months-none')}
        columns={[
          { key: 'group', header: t('modelling.group'), primary: true, cell: word },
          {
            key: 'firms',
            header: t('modelling.firms'),
            align: 'end',
            cell: (row) => (row.firms === null ? t('modelling.too-few') : showCount(row.firms, locale)),
          },
          {
            key: 'pass',
            header: t('modelling.pass'),
            align: 'end',
            cell: (row) => (row.passPpm === null ? '—' : showPpm(row.passPpm, locale, 1)),
          },
          {
            key: 'ratio',
            header: t('modelling.ratio'),
            cell: (row) => (
              <span className="inline-flex items-center gap-2">
                {row.ratioPpm === null ? '—' : showPpm(row.ratioPpm, locale, 0)}
                {row.isLow ? <Badge tone="warn">{t('modelling.impact-low')}</Badge> : null}
              </span>
            ),
          },
        ]}
      />
    </Section>
  );
}
