import type { LineView, ScoreView } from '~/domain/score/score-view.ts';
import { dimensionNames } from '~/text/feature.ts';
import { showFeatureValue } from '~/text/feature-value.ts';
import { scoreText } from '~/text/score-page.ts';
import { featureName } from '~/text/score-reason.ts';
import { showPoints, showPpm } from '~/ui/format.ts';
import { BarList } from '~/ui/parts/chart/bar-list.tsx';
import { ContributionChart } from '~/ui/parts/chart/contribution-chart.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { useLocale, useText } from '~/ui/text.ts';

/** Points of each dimension against what it holds, with the share that is known. */
export function ScoreDimensions({ score }: { score: ScoreView }) {
  const t = useText(scoreText);
  const name = useText(dimensionNames);
  const locale = useLocale();
  const bars = score.dimensions.map(({ code, points, max, coveragePpm }) => ({
    label: name(code),
    value: points === null ? 0 : Math.round((points * 1_000) / max),
    text: t('score.line-points', points === null ? '—' : showPoints(points), showPoints(max)),
    note: t('score.known', showPpm(coveragePpm, locale, 0)),
  }));
  return (
    <Section title={t('score.dimensions')}>
      <BarList
        title={t('score.dimensions')}
        titleHidden
        description={t('score.dimensions-what')}
        bars={bars}
        max={1_000}
      />
    </Section>
  );
}

const moveOf = (line: LineView): number => line.points - line.neutral;

/** The most that one chart shows; every line is below it in full. What lowered is never crowded out by what raised. */
const shown = 16;
const shownLowered = 8;

const strongest = (lines: readonly LineView[], most: number): LineView[] =>
  [...lines].sort((a, b) => Math.abs(moveOf(b)) - Math.abs(moveOf(a))).slice(0, most);

/** What raised and what lowered the score, the strongest first. */
export function ScoreMoves({ score }: { score: ScoreView }) {
  const t = useText(scoreText);
  const locale = useLocale();
  const lowered = strongest(
    score.lines.filter((line) => moveOf(line) < 0),
    shownLowered,
  );
  const raised = strongest(
    score.lines.filter((line) => moveOf(line) > 0),
    shown - lowered.length,
  );
  const moved = [...raised, ...lowered].sort((a, b) => moveOf(b) - moveOf(a));
  return (
    <Section title={t('score.moves')}>
      {moved.length === 0 ? (
        <p>{t('score.moves-none')}</p>
      ) : (
        <ContributionChart
          title={t('score.moves')}
          titleHidden
          description={t('score.moves-what')}
          lines={moved.map((line) => ({
            key: line.feature,
            label: featureName(line.feature, locale),
            milliPoints: moveOf(line),
            note: line.value === null ? undefined : showFeatureValue(line, line.value, locale),
          }))}
        />
      )}
    </Section>
  );
}
