import { matchText } from '~/text/match.ts';
import type { MatchData } from '~/ui/match/match-data.ts';
import { Badge, GradeBadge } from '~/ui/parts/badge.tsx';
import { Figure, FigureRow, Money } from '~/ui/parts/figures.tsx';
import { useText } from '~/ui/text.ts';

/** How many products are met, open and missed, the lowest cost among the first, and the score that was used. */
export function MatchSummary({ match }: { match: MatchData }) {
  const t = useText(matchText);
  const best = match.matches.find((m) => m.verdict === 'pass' && m.price)?.price ?? null;
  return (
    <FigureRow>
      <Figure label={t('match.count.pass')} value={match.groups.pass} unit={t('match.count.unit')} />
      <Figure label={t('match.count.unknown')} value={match.groups.unknown} unit={t('match.count.unit')} />
      <Figure label={t('match.count.fail')} value={match.groups.fail} unit={t('match.count.unit')} />
      <Figure label={t('match.count.best')} value={best ? <Money fen={best.netFen} /> : '–'} />
      <Figure
        label={t('match.count.score')}
        value={match.score ? <GradeBadge grade={match.score.grade} size="md" /> : '–'}
        note={<Badge>{t(`match.scope.${match.score?.scope ?? 'none'}`)}</Badge>}
      />
    </FigureRow>
  );
}
