import type { PortraitNode, PortraitTie } from '~/domain/overview/portrait.ts';
import type { Placement } from '~/domain/score/percentile.ts';
import type { ScoreView } from '~/domain/score/score-view.ts';
import { dimensionNames } from '~/text/feature.ts';
import { portraitText } from '~/text/portrait.ts';
import { showPoints, showPpm } from '~/ui/format.ts';
import { GradeBadge } from '~/ui/parts/badge.tsx';
import { BarList } from '~/ui/parts/chart/bar-list.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, Figure, FigureRow } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { ScorePlacements } from '~/ui/score/score-placements.tsx';
import { ScoreTrend } from '~/ui/score/score-trend.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { PortraitGraph } from './portrait-graph.tsx';

type Member = {
  readonly id: string;
  readonly name: string;
  readonly overdue: boolean;
  readonly listed: boolean;
};

export type PortraitShown = {
  readonly firm: string;
  readonly uscc: string | null;
  readonly region: string | null;
  readonly industry: { readonly zh: string; readonly en: string } | null;
  readonly establishedOn: string | null;
  readonly score: Pick<
    ScoreView,
    'milliPoints' | 'grade' | 'coveragePpm' | 'dimensions' | 'asOf' | 'scope' | 'bands'
  > | null;
  readonly trend: readonly { readonly madeAt: string; readonly milliPoints: number | null }[];
  readonly placements: readonly Placement[];
  readonly nodes: readonly PortraitNode[];
  readonly ties: readonly PortraitTie[];
  readonly members: readonly Member[] | null;
};

type PortraitPageProps = PortraitShown & {
  /** The page that the portrait hangs from. */
  readonly from: { readonly label: string; readonly to: string };
};

/** A firm on one page. */
export function PortraitPage(portrait: PortraitPageProps) {
  const t = useText(portraitText);
  const { members } = portrait;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[portrait.from, { label: t('portrait.title') }]}
        title={members ? portrait.firm : t('portrait.title')}
        lede={t(members ? 'portrait.desk-lede' : 'portrait.own-lede')}
      />
      <PortraitParts portrait={portrait} withoutScore={t('portrait.no-score')} />
    </div>
  );
}

type PartsProps = {
  readonly portrait: PortraitShown;
  /** What stands in the place of a score that is not there or not opened. */
  readonly withoutScore: string;
};

/** Who a firm is, its score and how it moved, its place among others, and whom it is tied to. */
export function PortraitParts({ portrait, withoutScore }: PartsProps) {
  const { score, members } = portrait;
  return (
    <>
      <Who portrait={portrait} />
      {score ? <ScorePart score={score} trend={portrait.trend} /> : <EmptyState title={withoutScore} />}
      <ScorePlacements placements={portrait.placements} />
      <PortraitGraph nodes={portrait.nodes} ties={portrait.ties} />
      {members ? <Members members={members} /> : null}
    </>
  );
}

function Who({ portrait }: { portrait: PortraitShown }) {
  const t = useText(portraitText);
  const isEnglish = useLocale() === 'en';
  const { industry } = portrait;
  const unknown = t('portrait.unknown');
  return (
    <DefinitionList
      layout="grid"
      items={[
        { term: t('portrait.from'), value: portrait.firm },
        { term: t('portrait.uscc'), value: portrait.uscc ?? unknown },
        { term: t('portrait.region'), value: portrait.region ?? unknown },
        { term: t('portrait.industry'), value: industry ? (isEnglish ? industry.en : industry.zh) : unknown },
        {
          term: t('portrait.established'),
          value: portrait.establishedOn ? <DayText day={portrait.establishedOn} /> : unknown,
        },
      ]}
    />
  );
}

type ScorePartProps = {
  readonly score: NonNullable<PortraitShown['score']>;
  readonly trend: PortraitShown['trend'];
};

function ScorePart({ score, trend }: ScorePartProps) {
  const t = useText(portraitText);
  const name = useText(dimensionNames);
  const locale = useLocale();
  return (
    <>
      <FigureRow>
        <Figure
          label={t(`portrait.score.${score.scope}`)}
          value={score.milliPoints === null ? t('portrait.no-score') : showPoints(score.milliPoints)}
          note={<DayText day={score.asOf} />}
        />
        {score.grade ? (
          <Figure label={t('portrait.grade')} value={<GradeBadge grade={score.grade} size="md" />} />
        ) : null}
        <Figure label={t('portrait.coverage')} value={showPpm(score.coveragePpm, locale, 0)} />
      </FigureRow>
      <BarList
        title={t('portrait.dimensions')}
        description={t('portrait.dimensions-about')}
        max={1_000}
        bars={score.dimensions.map(({ code, points, max }) => ({
          label: name(code),
          value: points === null ? 0 : Math.round((points * 1_000) / max),
          text: `${points === null ? '—' : showPoints(points)} / ${showPoints(max)}`,
        }))}
      />
      <ScoreTrend points={trend} scope={score.scope} bands={score.bands} />
    </>
  );
}

function Members({ members }: { members: readonly Member[] }) {
  const t = useText(portraitText);
  return (
    <Section title={t('portrait.members')} lede={t('portrait.members-about')}>
      <DataTable
        caption={t('portrait.members')}
        captionHidden
        rows={members}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('portrait.members-none')} />}
        columns={[
          { key: 'name', header: t('portrait.member'), primary: true, cell: ({ name }) => name },
          {
            key: 'why',
            header: t('portrait.member-why'),
            cell: ({ overdue, listed }) =>
              [overdue && t('portrait.member-overdue'), listed && t('portrait.member-listed')]
                .filter(Boolean)
                .join(' · '),
          },
        ]}
      />
    </Section>
  );
}
