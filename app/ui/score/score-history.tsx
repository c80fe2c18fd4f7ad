import type { HistoryPoint, ScoreView } from '~/domain/score/score-view.ts';
import { causeText } from '~/text/score.ts';
import { scoreText } from '~/text/score-page.ts';
import { showInstant, showPoints, showPpm } from '~/ui/format.ts';
import { GradeBadge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { ScoreTrend } from './score-trend.tsx';

type ScoreHistoryProps = {
  readonly history: readonly HistoryPoint[];
  readonly scope: ScoreView['scope'];
  readonly bands: ScoreView['bands'];
};

/** How the score moved, in the scope that is looked at, and every sheet there ever was. */
export function ScoreHistory({ history, scope, bands }: ScoreHistoryProps) {
  const t = useText(scoreText);
  const points = history.filter((point) => point.scope === scope).toReversed();
  return (
    <Section title={t('score.history')} lede={t('score.history-what')} id="history">
      <ScoreTrend points={points} scope={scope} bands={bands} titleHidden />
      <HistoryTable history={history} />
    </Section>
  );
}

function HistoryTable({ history }: Pick<ScoreHistoryProps, 'history'>) {
  const t = useText(scoreText);
  const cause = useText(causeText);
  const locale = useLocale();
  return (
    <DataTable
      caption={t('score.history')}
      captionHidden
      rows={history}
      rowKey={(point) => point.sheetId}
      columns={[
        {
          key: 'at',
          header: t('score.history-at'),
          primary: true,
          cell: (point) => (
            <TextLink to={`/my/score/${point.sheetId}`}>{showInstant(point.madeAt, locale)}</TextLink>
          ),
        },
        { key: 'cause', header: t('score.history-cause'), cell: (point) => cause(causeOf(point.cause)) },
        {
          key: 'scope',
          header: t('score.history-scope'),
          cell: (point) => t(point.scope === 'full' ? 'score.full' : 'score.public'),
        },
        {
          key: 'grade',
          header: t('score.history-grade'),
          cell: (point) => <GradeBadge grade={point.grade} />,
        },
        {
          key: 'points',
          header: t('score.history-points'),
          align: 'end',
          cell: (point) => (point.milliPoints === null ? '—' : showPoints(point.milliPoints)),
        },
        {
          key: 'coverage',
          header: t('score.history-coverage'),
          align: 'end',
          cell: (point) => showPpm(point.coveragePpm, locale, 0),
        },
      ]}
    />
  );
}

const causeOf = (cause: string): keyof typeof causeText =>
  cause in causeText ? (cause as keyof typeof causeText) : 'batch';
