import { bandEdge } from '~/domain/modelling/month.ts';
import { modellingText } from '~/text/modelling.ts';
import { modellingChartText } from '~/text/modelling-chart.ts';
import { showCount, showPoints, showPpm } from '~/ui/format.ts';
import { LimitChart } from '~/ui/parts/chart/limit-chart.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import type { CardShown } from './card-shown.ts';
import { LightBadge } from './light-badge.tsx';

/** Bad share by band: what was seen against what the card says and the limits of that. */
export function CardCalibration({ calibration, range }: Pick<CardShown, 'calibration' | 'range'>) {
  const t = useText(modellingText);
  const chart = useText(modellingChartText);
  const locale = useLocale();
  const share = (ppm: number | null) => (ppm === null ? '—' : showPpm(ppm, locale, 1));
  const edge = (band: number) => showPoints(bandEdge(range, band));
  return (
    <Section title={t('modelling.calibration')} lede={t('modelling.calibration-about')}>
      {calibration.length === 0 ? (
        <p>{t('modelling.calibration-none')}</p>
      ) : (
        <LimitChart
          title={t('modelling.calibration')}
          titleHidden
          description={chart('chart.calibration-what')}
          head={[
            t('modelling.band'),
            t('modelling.loans'),
            t('modelling.seen'),
            t('modelling.said'),
            chart('chart.limits'),
            chart('chart.light'),
          ]}
          rows={calibration.map((row) => ({
            label: `${edge(row.band)} – ${edge(row.band + 1)}`,
            seen: row.seenPpm,
            said: row.saidPpm,
            low: row.lowPpm,
            high: row.highPpm,
            text: chart('chart.seen-said', share(row.seenPpm), share(row.saidPpm)),
            mark: <LightBadge light={row.light} />,
            cells: [
              row.loans === null || row.bads === null
                ? t('modelling.too-few')
                : `${showCount(row.loans, locale)} / ${showCount(row.bads, locale)}`,
              share(row.seenPpm),
              share(row.saidPpm),
              row.lowPpm === null ? '—' : `${share(row.lowPpm)} – ${share(row.highPpm)}`,
              t(`modelling.light.${row.light}`),
            ],
          }))}
        />
      )}
    </Section>
  );
}
