import type { Grade } from '~/domain/score/card.ts';
import { scoreText } from '~/text/score-page.ts';
import { showPoints } from '~/ui/format.ts';
import { GradeBadge } from '~/ui/parts/badge.tsx';
import { useText } from '~/ui/text.ts';

type ScoreBadgeProps = {
  readonly grade: Grade | null;
  readonly milliPoints: number | null;
  readonly scope?: 'public' | 'full' | undefined;
};

/** A score in one line: grade, points, and what it was made from. */
export function ScoreBadge({ grade, milliPoints, scope }: ScoreBadgeProps) {
  const t = useText(scoreText);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <GradeBadge grade={grade} />
      {milliPoints === null ? null : <span className="num font-semibold">{showPoints(milliPoints)}</span>}
      {scope ? (
        <span className="text-sm text-ink-soft">{t(scope === 'full' ? 'score.full' : 'score.public')}</span>
      ) : null}
    </span>
  );
}
