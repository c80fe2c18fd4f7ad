import type { AcknowledgementStep, ChaseLevel } from '~/domain/consent/withdrawal.ts';
import { consentText } from '~/text/consent.ts';
import { withdrawalText } from '~/text/consent-receipt.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, InstantText } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useNamed, useText } from '~/ui/text.ts';
import { Whose } from './withdrawals.tsx';

type OpenPurge = {
  readonly consentId: string;
  readonly firm: string;
  readonly personId: string | null;
  readonly bank: { readonly zh: string; readonly en: string };
  readonly dueOn: string;
  readonly withdrawnAt: string | null;
  readonly steps: readonly AcknowledgementStep[];
  readonly levels: readonly ChaseLevel[];
};

type OpenPurgesProps = { readonly tasks: readonly OpenPurge[]; readonly today: string };

/** The platform's list of deletions that recipients have not confirmed. */
export function OpenPurges({ tasks, today }: OpenPurgesProps) {
  const t = useText(withdrawalText);
  const consent = useText(consentText);
  const name = useNamed();
  return (
    <div className="stack-lg">
      <PageHeader title={t('withdrawal.all.title')} lede={t('withdrawal.all.lede')} />
      <DataTable
        caption={t('withdrawal.all.title')}
        captionHidden
        rows={tasks}
        rowKey={(task) => task.consentId}
        empty={<EmptyState title={t('withdrawal.all.none')} />}
        columns={[
          { key: 'bank', header: t('withdrawal.all.bank'), primary: true, cell: (task) => name(task.bank) },
          { key: 'firm', header: t('withdrawal.firm'), cell: (task) => <Whose {...task} /> },
          {
            key: 'at',
            header: t('withdrawal.at'),
            cell: (task) =>
              task.withdrawnAt ? <InstantText at={task.withdrawnAt} /> : t('withdrawal.retention-over'),
          },
          {
            key: 'state',
            header: t('withdrawal.state'),
            cell: (task) => consent(`consent.step.${task.steps.at(-1) ?? 'notified'}`),
          },
          { key: 'due', header: t('withdrawal.due'), cell: (task) => <DueBadge task={task} today={today} /> },
          {
            key: 'chased',
            header: t('withdrawal.all.chased'),
            cell: (task) => t(`withdrawal.chased.${task.levels.at(-1) ?? 'none'}`),
          },
        ]}
      />
    </div>
  );
}

function DueBadge({ task, today }: { task: OpenPurge; today: string }) {
  const t = useText(withdrawalText);
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <DayText day={task.dueOn} />
      {task.dueOn < today ? <Badge tone="bad">{t('withdrawal.overdue')}</Badge> : null}
    </span>
  );
}
