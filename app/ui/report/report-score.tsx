import type { ReportScore } from '~/domain/report/report.ts';
import { dimensionNames } from '~/text/feature.ts';
import { reportText } from '~/text/report.ts';
import { showDay, showPoints, showPpm } from '~/ui/format.ts';
import { GradeBadge } from '~/ui/parts/badge.tsx';
import { BarList } from '~/ui/parts/chart/bar-list.tsx';
import { Figure, FigureRow } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

/** The score of a report: figure, dimensions, reasons, every indicator. */
export function ReportScorePart({ score }: { score: ReportScore | null }) {
  const t = useText(reportText);
  if (!score) return <Section title={t('report.score')}>{t('report.score-none')}</Section>;
  return (
    <>
      <Head score={score} />
      <Dimensions score={score} />
      <Reasons score={score} />
      <Lines score={score} />
    </>
  );
}

type Part = { readonly score: ReportScore };

function Head({ score }: Part) {
  const t = useText(reportText);
  const locale = useLocale();
  return (
    <Section title={t('report.score')}>
      {score.veto ? (
        <Notice tone="bad" title={t('report.veto', locale === 'en' ? score.veto.en : score.veto.zh)} />
      ) : null}
      <FigureRow>
        <Figure
          label={t('report.score')}
          value={score.milliPoints === null ? t('report.score-closed') : showPoints(score.milliPoints)}
          unit={score.milliPoints === null ? undefined : t('report.of')}
          note={t(`report.scope.${score.scope}`)}
        />
        {score.grade ? (
          <Figure label={t('report.grade-name')} value={<GradeBadge grade={score.grade} size="md" />} />
        ) : null}
        <Figure
          label={t('report.coverage-name')}
          value={showPpm(score.coveragePpm, locale, 0)}
          note={t('report.card', score.cardVersion, showDay(score.asOf, locale, 'short'))}
        />
      </FigureRow>
    </Section>
  );
}

function Dimensions({ score }: Part) {
  const t = useText(reportText);
  const name = useText(dimensionNames);
  const locale = useLocale();
  return (
    <BarList
      title={t('report.dimensions')}
      description={t('report.dimensions-about')}
      max={1_000}
      bars={score.dimensions.map(({ code, points, max, coveragePpm }) => ({
        label: name(code),
        value: points === null ? 0 : Math.round((points * 1_000) / max),
        text: `${points === null ? '—' : showPoints(points)} / ${showPoints(max)}`,
        note: t('report.known', showPpm(coveragePpm, locale, 0)),
      }))}
    />
  );
}

function Reasons({ score }: Part) {
  const t = useText(reportText);
  const isEnglish = useLocale() === 'en';
  if (score.reasons.length === 0) return null;
  return (
    <Section title={t('report.reasons')}>
      <ul className="list-disc pl-5">
        {score.reasons.map(({ what, fix }) => (
          <li key={what.zh}>
            {isEnglish ? what.en : what.zh}
            <span className="block text-sm text-ink-soft">{isEnglish ? fix.en : fix.zh}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Lines({ score }: Part) {
  const t = useText(reportText);
  const dimension = useText(dimensionNames);
  const isEnglish = useLocale() === 'en';
  const pick = (named: { zh: string; en: string }) => (isEnglish ? named.en : named.zh);
  return (
    <Section title={t('report.lines')}>
      {score.dimensions.map(({ code }) => (
        <DataTable
          key={code}
          caption={dimension(code)}
          rows={score.lines.filter((line) => line.dimension === code)}
          rowKey={(line) => line.feature}
          columns={[
            { key: 'name', header: t('report.line'), primary: true, cell: (line) => pick(line.name) },
            {
              key: 'value',
              header: t('report.line-value'),
              cell: (line) => (line.value ? pick(line.value) : t('report.line-unknown')),
            },
            {
              key: 'points',
              header: t('report.line-points'),
              align: 'end',
              cell: (line) =>
                score.milliPoints === null ? '—' : `${showPoints(line.points)} / ${showPoints(line.max)}`,
            },
          ]}
        />
      ))}
    </Section>
  );
}
