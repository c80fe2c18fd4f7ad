import { asOfText } from '~/text/as-of.ts';
import { type FeatureName, featureNames } from '~/text/feature.ts';
import { showFeatureValue } from '~/text/feature-value.ts';
import { showDay, showPoints, showPpm } from '~/ui/format.ts';
import { GradeBadge } from '~/ui/parts/badge.tsx';
import { Figure, FigureRow } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';
import { SaysThen } from './as-of-records.tsx';
import type { AsOfShown, KnownThen, MovedLine, ScoreThen } from './as-of-shown.ts';

type ScoreMovedProps = { readonly score: KnownThen['score']; readonly days: AsOfShown['days'] };

/** The score on the two days, and every indicator that moved with the records that moved it. */
export function ScoreMoved({ score, days }: ScoreMovedProps) {
  const t = useText(asOfText);
  const locale = useLocale();
  const { before, after, moved } = score;
  const change = difference(before, after);
  return (
    <Section title={t('as-of.why')} lede={t('as-of.why-lede')}>
      <FigureRow>
        <ScoreFigure score={before} label={t('as-of.score-then', showDay(days.on, locale, 'short'))} />
        <ScoreFigure score={after} label={t('as-of.score-then', showDay(days.to, locale, 'short'))} />
        {change === null ? null : (
          <Figure label={t('as-of.change')} value={<span className="num">{showPoints(change, true)}</span>} />
        )}
      </FigureRow>
      <Moved moved={moved} />
    </Section>
  );
}

const difference = (before: ScoreThen, after: ScoreThen): number | null =>
  before?.milliPoints == null || after?.milliPoints == null ? null : after.milliPoints - before.milliPoints;

function ScoreFigure({ score, label }: { score: ScoreThen; label: string }) {
  const t = useText(asOfText);
  const locale = useLocale();
  if (!score) return <Figure label={label} value="—" note={t('as-of.score-none')} />;
  const { milliPoints, grade, scope, cardVersion, coveragePpm } = score;
  return (
    <Figure
      label={label}
      value={
        milliPoints === null ? (
          t('as-of.insufficient')
        ) : (
          <span className="inline-flex items-baseline gap-2">
            <span className="num">{showPoints(milliPoints)}</span>
            <GradeBadge grade={grade} />
          </span>
        )
      }
      note={`${t('as-of.card', scope === 'full', cardVersion)} · ${t('as-of.coverage', showPpm(coveragePpm, locale, 0))}`}
    />
  );
}

function Moved({ moved }: { moved: readonly MovedLine[] }) {
  const t = useText(asOfText);
  const name = useText(featureNames);
  const locale = useLocale();
  const says = (line: MovedLine, side: MovedLine['before']) => {
    if (side && line.isWithheld) return t('as-of.withheld');
    return side === null || side.value === null ? '—' : showFeatureValue(line, side.value, locale);
  };
  const columns: Column<MovedLine>[] = [
    {
      key: 'indicator',
      header: t('as-of.indicator'),
      primary: true,
      cell: (line) => name(line.feature as FeatureName),
    },
    { key: 'before', header: t('as-of.before'), align: 'end', cell: (line) => says(line, line.before) },
    { key: 'after', header: t('as-of.after'), align: 'end', cell: (line) => says(line, line.after) },
    {
      key: 'points',
      header: t('as-of.points'),
      align: 'end',
      cell: ({ before, after }) => (
        <span className="num whitespace-nowrap">
          {showPoints(before?.points ?? 0)} → {showPoints(after?.points ?? 0)}
        </span>
      ),
    },
    { key: 'movers', header: t('as-of.records-behind'), cell: (line) => <Movers line={line} /> },
  ];
  return (
    <DataTable
      caption={t('as-of.why')}
      captionHidden
      columns={columns}
      rows={moved}
      rowKey={({ feature }) => feature}
      empty={<p className="text-ink-soft">{t('as-of.why-none')}</p>}
    />
  );
}

function Movers({ line }: { line: MovedLine }) {
  const t = useText(asOfText);
  if (line.movers.length === 0)
    return (
      <span className="text-sm text-ink-soft">
        {t(line.isWithheld ? 'as-of.withheld' : 'as-of.no-mover')}
      </span>
    );
  const rest = line.movers.slice(firstMovers);
  return (
    <>
      <MoverList movers={line.movers.slice(0, firstMovers)} />
      {rest.length > 0 ? (
        <details className="mt-1 text-sm">
          <summary className="cursor-pointer text-brand-700">{t('as-of.more-movers', rest.length)}</summary>
          <MoverList movers={rest} />
        </details>
      ) : null}
    </>
  );
}

const firstMovers = 12;

function MoverList({ movers }: Pick<MovedLine, 'movers'>) {
  const t = useText(asOfText);
  const name = useNamed();
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {movers.map((mover) => (
        <li key={mover.key}>
          <span className="font-medium">{t(`as-of.mover.${mover.why}`)}</span>{' '}
          {name({ zh: mover.itemZh, en: mover.itemEn })}
          <SaysThen says={mover.says} none={t('as-of.kept-back')} />
        </li>
      ))}
    </ul>
  );
}
