import type { Grade } from '~/domain/score/card.ts';
import { reportPageText } from '~/text/report-page.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { showPoints } from '~/ui/format.ts';
import { GradeBadge } from '~/ui/parts/badge.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { HashChip } from '~/ui/parts/hash-chip.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useText } from '~/ui/text.ts';

type Row = {
  readonly id: string;
  readonly madeAt: string;
  readonly scope: 'public' | 'full' | null;
  readonly grade: Grade | null;
  readonly milliPoints: number | null;
  readonly hash: string;
};

/** The firm's reports, and the button that makes one. */
export function ReportsPage({ rows, next }: { rows: readonly Row[]; next: string | null }) {
  const t = useText(reportPageText);
  return (
    <div className="stack-lg">
      <PageHeader title={t('reports.title')} lede={t('reports.lede')} />
      <CommandForm>
        <div>
          <Button type="submit">{t('reports.make')}</Button>
        </div>
      </CommandForm>
      <Section title={t('reports.list')}>
        <DataTable
          caption={t('reports.list')}
          captionHidden
          rows={rows}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('reports.none')}>{t('reports.none-next')}</EmptyState>}
          columns={[
            {
              key: 'at',
              header: t('reports.at'),
              primary: true,
              cell: (row) => (
                <TextLink to={`/my/reports/${row.id}`}>
                  <InstantText at={row.madeAt} />
                </TextLink>
              ),
            },
            {
              key: 'scope',
              header: t('reports.scope'),
              cell: (row) => t(`reports.scope.${row.scope ?? 'none'}`),
            },
            {
              key: 'points',
              header: t('reports.points'),
              cell: (row) => (
                <span className="inline-flex items-center gap-2">
                  {row.milliPoints === null ? '—' : showPoints(row.milliPoints)}
                  {row.grade ? <GradeBadge grade={row.grade} /> : null}
                </span>
              ),
            },
            {
              key: 'hash',
              header: t('reports.hash'),
              cell: (row) => <HashChip value={row.hash} label={t('reports.hash')} />,
            },
          ]}
        />
        <KeysetPager
          next={next ? `/my/reports?before=${encodeURIComponent(next)}` : null}
          shown={rows.length}
        />
      </Section>
    </div>
  );
}
