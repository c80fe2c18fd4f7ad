import type { HistoryPoint, ScoreView } from '~/domain/score/score-view.ts';
import { causeText } from '~/text/score.ts';
import { scoreText } from '~/text/score-page.ts';
import { showInstant, showPoints, showPpm } from '~/ui/format.ts';
import { GradeBadge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { TrendChart } from '~/ui/parts/chart/trend-chart.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { bandsOf } from './score-bands.ts';

type ScoreHistoryProps = {
  readonly history: readonly HistoryPoint[];
  readonly scope: ScoreView['scope'];
  readonly bands: ScoreView['bands'];
};

/** Where the scale of the history begins; hardly a score lies below. */
const lowest = 450;

/** How the score moved, in the scope that is looked at, and every sheet there ever was. */
export function ScoreHistory({ history, scope, bands }: ScoreHistoryProps) {
  const t = useText(scoreText);
  const locale = useLocale();
  const points = history
    .filter((point) => point.scope === scope)
    .map(({ madeAt, milliPoints }) => ({
      label: showInstant(madeAt, locale),
      value: milliPoints === null ? null : milliPoints / 1_000,
      text: milliPoints === null ? undefined : showPoints(milliPoints),
    }))
    .reverse();
  return (
    <Section title={t('score.history')} lede={t('score.history-what')} id="history">
      {points.length > 1 ? (
        <TrendChart
          title={t('score.history')}
          titleHidden
          description={t(scope === 'full' ? 'score.full' : 'score.public')}
          points={points}
          bands={bandsOf(bands).map((band) => ({ ...band, from: Math.max(band.from, lowest) }))}
          domain={[lowest, 1_000]}
          tick={(value) => (value > lowest ? String(value) : '')}
        />
      ) : null}
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
