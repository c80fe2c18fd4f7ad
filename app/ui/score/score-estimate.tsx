import type { CardPartsView } from '~/domain/score/card-part.ts';
import { scoreText } from '~/text/score-page.ts';
import { showDay, showPoints, showPpm } from '~/ui/format.ts';
import { Figure, FigureRow } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { CardParts } from './card-parts.tsx';

export type EstimateShown = {
  readonly cardVersion: string;
  readonly milliPoints: number;
  readonly riskPpm: number;
  readonly asOf: string;
  readonly explained: CardPartsView;
};

/** What the statistical card that counts says beside the score: an estimate from public records that grades nobody. */
export function ScoreEstimate({ estimate }: { estimate: EstimateShown }) {
  const t = useText(scoreText);
  const locale = useLocale();
  return (
    <Section title={t('score.estimate')} lede={t('score.estimate-about')}>
      <FigureRow>
        <Figure
          label={t('score.estimate-risk')}
          value={showPpm(estimate.riskPpm, locale, 1)}
          note={t('score.estimate-risk-note')}
        />
        <Figure
          label={t('score.estimate-points')}
          value={showPoints(estimate.milliPoints)}
          note={`${t('score.card')} ${estimate.cardVersion}`}
        />
        <Figure label={t('score.as-of')} value={showDay(estimate.asOf, locale, 'short')} />
      </FigureRow>
      <CardParts explained={estimate.explained} kind="statistical" />
    </Section>
  );
}
