import type { ScoreView } from '~/domain/score/score-view.ts';
import { scoreText } from '~/text/score-page.ts';
import { showInstant, showPoints } from '~/ui/format.ts';
import { TrendChart } from '~/ui/parts/chart/trend-chart.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { bandsOf } from './score-bands.ts';

type ScoreTrendProps = {
  /** The oldest first. */
  readonly points: readonly { readonly madeAt: string; readonly milliPoints: number | null }[];
  readonly scope: ScoreView['scope'];
  readonly bands: ScoreView['bands'];
  /** Where a heading above says the same. */
  readonly titleHidden?: boolean;
};

/** Where the scale of the history begins; hardly a score lies below. */
const lowest = 450;

/** How the score of one scope moved; nothing until there are two. */
export function ScoreTrend({ points, scope, bands, titleHidden = false }: ScoreTrendProps) {
  const t = useText(scoreText);
  const locale = useLocale();
  if (points.length < 2) return null;
  return (
    <TrendChart
      title={t('score.history')}
      titleHidden={titleHidden}
      description={t(scope === 'full' ? 'score.full' : 'score.public')}
      points={points.map(({ madeAt, milliPoints }) => ({
        label: showInstant(madeAt, locale),
        value: milliPoints === null ? null : milliPoints / 1_000,
        text: milliPoints === null ? undefined : showPoints(milliPoints),
      }))}
      bands={bandsOf(bands).map((band) => ({ ...band, from: Math.max(band.from, lowest) }))}
      domain={[lowest, 1_000]}
      tick={(value) => (value > lowest ? String(value) : '')}
    />
  );
}
