import { ChevronRight } from 'lucide-react';
import { modellingText } from '~/text/modelling.ts';
import { modellingChartText } from '~/text/modelling-chart.ts';
import { characteristicName } from '~/text/score-reason.ts';
import { BarList } from '~/ui/parts/chart/bar-list.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import type { CardShown } from './card-shown.ts';
import { LightBadge, showIndex } from './light-badge.tsx';

/** How many characteristics stand open; the most moved come first. */
const first = 12;

/** Stability of every characteristic with its light. */
export function CardCsi({ csi, thresholds }: Pick<CardShown, 'csi' | 'thresholds'>) {
  const t = useText(modellingText);
  const chart = useText(modellingChartText);
  if (csi.length === 0) return null;
  const { psiWatchPpm, psiActPpm } = thresholds;
  const top = Math.max(psiActPpm, ...csi.map(({ ppm }) => ppm));
  const rest = csi.slice(first);
  const what = chart('chart.csi-what', showIndex(psiWatchPpm), showIndex(psiActPpm));
  return (
    <Section title={t('modelling.csi')}>
      <CsiBars csi={csi.slice(0, first)} top={top} title={t('modelling.csi')} what={what} />
      {rest.length > 0 ? (
        <details>
          <summary className="flex min-h-11 list-none items-center gap-2 text-brand-600">
            <ChevronRight aria-hidden className="turn-open size-4 shrink-0" />
            {chart('chart.csi-rest', rest.length)}
          </summary>
          <CsiBars csi={rest} top={top} title={chart('chart.csi-rest', rest.length)} what={what} />
        </details>
      ) : null}
    </Section>
  );
}

type BarsProps = Pick<CardShown, 'csi'> & {
  readonly top: number;
  readonly title: string;
  readonly what: string;
};

function CsiBars({ csi, top, title, what }: BarsProps) {
  const t = useText(modellingText);
  const locale = useLocale();
  return (
    <BarList
      title={title}
      titleHidden
      description={what}
      bars={csi.map(({ code, ppm, light }) => ({
        label: characteristicName(code, locale),
        value: ppm,
        text: `${showIndex(ppm)} ${t(`modelling.light.${light}`)}`,
        note: light === 'good' ? undefined : <LightBadge light={light} />,
        marked: light !== 'good',
      }))}
      max={top}
    />
  );
}
