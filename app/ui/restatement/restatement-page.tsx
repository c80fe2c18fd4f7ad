import type { FeatureUnit } from '~/domain/feature/definition.ts';
import { type FeatureName, featureNames } from '~/text/feature.ts';
import { showFeatureValue } from '~/text/feature-value.ts';
import { restatementText } from '~/text/restatement.ts';
import { rightsText } from '~/text/rights.ts';
import { showDay, showPoints } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';
import { type RestatementShown, ScoreOf } from './restatement-table.tsx';

type Side = { readonly value: number | null; readonly points: number } | null;
type Line = {
  readonly feature: string;
  readonly unit: FeatureUnit;
  readonly before: Side;
  readonly after: Side;
};

export type RestatementPageProps = RestatementShown & { readonly lines: readonly Line[] };

/** One restated score: before, after, and what made the difference. */
export function RestatementPage({ restatement }: { restatement: RestatementPageProps }) {
  const t = useText(restatementText);
  const r = useText(rightsText);
  const locale = useLocale();
  const name = useNamed();
  const { state, cause, scope, beforeId, afterId } = restatement;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: r('rights.title'), to: '/my/rights' }, { label: t('restatement.title') }]}
        title={t(`restatement.cause.${cause}`)}
        lede={name({ zh: restatement.itemZh, en: restatement.itemEn })}
        badge={
          <Badge tone={state === 'announced' ? 'warn' : 'mute'}>{t(`restatement.state.${state}`)}</Badge>
        }
      />
      {state === 'announced' ? (
        <Notice
          tone="warn"
          title={t('restatement.announced', showDay(restatement.effectiveOn, locale))}
          next={<TextLink to="/my/data">{t('restatement.announced-next')}</TextLink>}
        />
      ) : null}
      <Card>
        <DefinitionList
          layout="grid"
          items={[
            { term: t('restatement.scope'), value: t(`restatement.scope.${scope}`) },
            {
              term: t('restatement.before'),
              value: <ScoreOf milli={restatement.beforeMilli} grade={restatement.beforeGrade} />,
            },
            {
              term: t('restatement.after'),
              value: <ScoreOf milli={restatement.afterMilli} grade={restatement.afterGrade} />,
            },
            { term: t('restatement.made'), value: <InstantText at={restatement.madeAt} /> },
          ]}
        />
      </Card>
      <Moved lines={restatement.lines} />
      <div className="flex flex-wrap gap-3">
        {beforeId ? (
          <LinkButton to={`/my/score/${beforeId}`} variant="secondary">
            {t('restatement.sheet-before')}
          </LinkButton>
        ) : null}
        {afterId ? <LinkButton to={`/my/score/${afterId}`}>{t('restatement.sheet-after')}</LinkButton> : null}
      </div>
    </div>
  );
}

function Moved({ lines }: { lines: readonly Line[] }) {
  const t = useText(restatementText);
  const name = useText(featureNames);
  const locale = useLocale();
  const says = (line: Line, side: Side) =>
    side === null || side.value === null ? '—' : showFeatureValue(line, side.value, locale);
  const columns: Column<Line>[] = [
    {
      key: 'indicator',
      header: t('restatement.indicator'),
      primary: true,
      cell: (line) => name(line.feature as FeatureName),
    },
    { key: 'before', header: t('restatement.before'), align: 'end', cell: (line) => says(line, line.before) },
    { key: 'after', header: t('restatement.after'), align: 'end', cell: (line) => says(line, line.after) },
    {
      key: 'points',
      header: t('restatement.points'),
      align: 'end',
      cell: (line) => (
        <span className="num">
          {showPoints((line.after?.points ?? 0) - (line.before?.points ?? 0), true)}
        </span>
      ),
    },
  ];
  return (
    <Section title={t('restatement.moved')} lede={t('restatement.moved-lede')}>
      <DataTable
        caption={t('restatement.moved')}
        captionHidden
        columns={columns}
        rows={lines}
        rowKey={(line) => line.feature}
        empty={<p className="text-ink-soft">{t('restatement.moved-none')}</p>}
      />
    </Section>
  );
}
