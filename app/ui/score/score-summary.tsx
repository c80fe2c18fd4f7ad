import type { ScoreView } from '~/domain/score/score-view.ts';
import { gradeMeanings } from '~/text/score.ts';
import { scoreText } from '~/text/score-page.ts';
import { showDay, showPoints, showPpm } from '~/ui/format.ts';
import { GradeBadge } from '~/ui/parts/badge.tsx';
import { ScoreDial } from '~/ui/parts/chart/score-dial.tsx';
import { Figure, FigureRow } from '~/ui/parts/figures.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { bandsOf } from './score-bands.ts';

/** The score on its arch, and the four figures that say what it is worth. A veto's grade is no place on the arch. */
export function ScoreSummary({ score }: { score: ScoreView }) {
  const t = useText(scoreText);
  const locale = useLocale();
  const points = score.milliPoints === null ? null : score.milliPoints / 1_000;
  const description =
    score.milliPoints === null
      ? t('score.dial-none')
      : t('score.dial-what', showPoints(score.milliPoints), score.grade ?? '');
  return (
    <div className="grid items-center gap-(--gap) lg:grid-cols-[minmax(0,22rem)_1fr]">
      <ScoreDial
        title={t('score.dial')}
        titleHidden
        description={description}
        score={points}
        grade={score.veto ? null : score.grade}
        max={1_000}
        bands={bandsOf(score.bands)}
      />
      <div className="max-w-md">
        <FigureRow>
          {score.grade ? (
            <Figure
              label={t('score.grade')}
              value={<GradeBadge grade={score.grade} size="md" />}
              unit={gradeMeanings[score.grade][locale]}
              note={score.veto ? t('score.grade-veto') : undefined}
            />
          ) : null}
          <Figure
            label={t('score.coverage')}
            value={showPpm(score.coveragePpm, locale, 0)}
            note={t('score.coverage-note', showPpm(score.floorPpm, locale, 0))}
          />
          <Figure
            label={t('score.scope')}
            value={t(score.scope === 'full' ? 'score.full' : 'score.public')}
            note={t(score.scope === 'full' ? 'score.scope-full' : 'score.scope-public')}
          />
          <Figure
            label={t('score.as-of')}
            value={showDay(score.asOf, locale, 'short')}
            note={`${t('score.card')} ${score.cardVersion}`}
          />
        </FigureRow>
      </div>
    </div>
  );
}
