import { restatementText } from '~/text/restatement.ts';
import { showPoints } from '~/ui/format.ts';
import { Badge, GradeBadge, type GradeLetter } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useNamed, useText } from '~/ui/text.ts';

export type RestatementShown = {
  readonly id: string;
  readonly cause:
    | 'objection'
    | 'correction'
    | 'revocation'
    | 'repair'
    | 'shield'
    | 'shield-failed'
    | 'erasure'
    | 'person-withdrawal';
  readonly itemZh: string;
  readonly itemEn: string;
  readonly scope: 'public' | 'full';
  readonly beforeId: string | null;
  readonly afterId: string | null;
  readonly beforeMilli: number | null;
  readonly afterMilli: number | null;
  readonly beforeGrade: string | null;
  readonly afterGrade: string | null;
  readonly state: 'effective' | 'announced' | 'unchanged';
  readonly effectiveOn: string;
  readonly madeAt: string;
};

/** A score with its grade; insufficient information is no grade. */
export function ScoreOf({ milli, grade }: { milli: number | null; grade: string | null }) {
  const t = useText(restatementText);
  if (milli === null && (grade === null || grade === 'insufficient'))
    return <span className="text-ink-soft">{t('restatement.insufficient')}</span>;
  return (
    <span className="num inline-flex items-center gap-2">
      {milli === null ? null : showPoints(milli)}
      {grade === null || grade === 'insufficient' ? null : <GradeBadge grade={grade as GradeLetter} />}
    </span>
  );
}

/** The restated scores of a firm, the newest first. */
export function RestatementTable({ restatements }: { restatements: readonly RestatementShown[] }) {
  const t = useText(restatementText);
  const name = useNamed();
  const columns: Column<RestatementShown>[] = [
    {
      key: 'cause',
      header: t('restatement.cause'),
      primary: true,
      cell: (each) => (
        <TextLink to={`/my/rights/restatements/${each.id}`}>{t(`restatement.cause.${each.cause}`)}</TextLink>
      ),
    },
    {
      key: 'item',
      header: t('restatement.item'),
      cell: (each) => name({ zh: each.itemZh, en: each.itemEn }),
    },
    { key: 'scope', header: t('restatement.scope'), cell: (each) => t(`restatement.scope.${each.scope}`) },
    {
      key: 'before',
      header: t('restatement.before'),
      align: 'end',
      cell: (each) => <ScoreOf milli={each.beforeMilli} grade={each.beforeGrade} />,
    },
    {
      key: 'after',
      header: t('restatement.after'),
      align: 'end',
      cell: (each) => <ScoreOf milli={each.afterMilli} grade={each.afterGrade} />,
    },
    { key: 'made', header: t('restatement.made'), cell: (each) => <InstantText at={each.madeAt} /> },
    {
      key: 'state',
      header: t('restatement.bank.state'),
      cell: (each) => (
        <Badge tone={each.state === 'announced' ? 'warn' : 'mute'}>
          {t(`restatement.state.${each.state}`)}
        </Badge>
      ),
    },
  ];
  return (
    <Section title={t('restatement.list')} lede={t('restatement.list-lede')}>
      <DataTable
        caption={t('restatement.list')}
        captionHidden
        columns={columns}
        rows={restatements}
        rowKey={(each) => each.id}
        empty={<p className="text-ink-soft">{t('restatement.none')}</p>}
      />
    </Section>
  );
}
