import { matchText } from '~/text/match.ts';
import type { MatchData } from '~/ui/match/match-data.ts';
import { Badge, GradeBadge } from '~/ui/parts/badge.tsx';
import { Figure, FigureRow, Money } from '~/ui/parts/figures.tsx';
import { useText } from '~/ui/text.ts';

/** How many products are met, open and missed, the lowest cost among the first, and the score that was used. */
export function MatchSummary({ match }: { match: MatchData }) {
  const t = useText(matchText);
  const count = (verdict: string) => match.matches.filter((m) => m.verdict === verdict).length;
  const best = match.matches.find((m) => m.verdict === 'pass' && m.price)?.price ?? null;
  return (
    <FigureRow>
      <Figure label={t('match.count.pass')} value={count('pass')} unit={t('match.count.unit')} />
      <Figure label={t('match.count.unknown')} value={count('unknown')} unit={t('match.count.unit')} />
      <Figure label={t('match.count.fail')} value={count('fail')} unit={t('match.count.unit')} />
      <Figure label={t('match.count.best')} value={best ? <Money fen={best.netFen} /> : '–'} />
      <Figure
        label={t('match.count.score')}
        value={match.score ? <GradeBadge grade={match.score.grade} size="md" /> : '–'}
        note={<Badge>{t(`match.scope.${match.score?.scope ?? 'none'}`)}</Badge>}
      />
    </FigureRow>
  );
}
