import type { Purpose } from '~/domain/consent/artefact.ts';
import type { AcknowledgementStep } from '~/domain/consent/withdrawal.ts';
import { consentText } from '~/text/consent.ts';
import { withdrawalText } from '~/text/consent-receipt.ts';
import type { FormReply } from '~/ui/form-reply.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, InstantText } from '~/ui/parts/figures.tsx';
import { PostForm } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { RefusalNotice } from '~/ui/refusal-notice.tsx';
import { useNamed, useText } from '~/ui/text.ts';

export type WithdrawalTaskShown = {
  readonly consentId: string;
  readonly firm: string;
  readonly personId: string | null;
  readonly purpose: string;
  readonly withdrawnAt: string | null;
  readonly dueOn: string;
  readonly steps: readonly AcknowledgementStep[];
  readonly next: AcknowledgementStep | null;
  readonly dropped:
    | readonly { readonly code: string; readonly name: { readonly zh: string; readonly en: string } }[]
    | null;
};

type WithdrawalsProps = {
  readonly tasks: readonly WithdrawalTaskShown[];
  readonly today: string;
  readonly reply: FormReply | null;
};

/** A bank's stop-and-delete tasks after withdrawals, each confirmed in two steps. */
export function Withdrawals({ tasks, today, reply }: WithdrawalsProps) {
  const t = useText(withdrawalText);
  const consent = useText(consentText);
  return (
    <div className="stack-lg">
      <PageHeader title={t('withdrawal.title')} lede={t('withdrawal.lede')} />
      <RefusalNotice reply={reply} />
      <DataTable
        caption={t('withdrawal.caption')}
        captionHidden
        rows={tasks}
        rowKey={(task) => task.consentId}
        empty={<EmptyState title={t('withdrawal.none')} />}
        columns={[
          { key: 'firm', header: t('withdrawal.firm'), primary: true, cell: (task) => <Whose {...task} /> },
          {
            key: 'purpose',
            header: consent('consent.purpose'),
            cell: (task) => consent(`consent.purpose.${task.purpose as Purpose}`),
          },
          { key: 'at', header: t('withdrawal.at'), cell: (task) => <Cause task={task} /> },
          { key: 'due', header: t('withdrawal.due'), cell: (task) => <Due task={task} today={today} /> },
          {
            key: 'state',
            header: t('withdrawal.state'),
            cell: (task) => consent(`consent.step.${task.steps.at(-1) ?? 'notified'}`),
          },
          { key: 'do', header: consent('consent.do'), cell: (task) => <NextStep task={task} /> },
        ]}
      />
    </div>
  );
}

/** Whose consent ended: the firm's, or that of a natural person behind it. */
export function Whose({ firm, personId }: { firm: string; personId: string | null }) {
  const t = useText(withdrawalText);
  return (
    <>
      {firm}
      {personId ? (
        <span className="block text-sm font-normal text-ink-soft">{t('withdrawal.of-person')}</span>
      ) : null}
    </>
  );
}

function Cause({ task }: { task: WithdrawalTaskShown }) {
  const t = useText(withdrawalText);
  const name = useNamed();
  if (!task.withdrawnAt) return t('withdrawal.retention-over');
  if (!task.dropped) return <InstantText at={task.withdrawnAt} />;
  const items = task.dropped.map((item) => name(item.name));
  return (
    <>
      <InstantText at={task.withdrawnAt} />
      <span className="block text-sm text-ink-soft">
        {items.length > 0 ? t('withdrawal.dropped', items) : t('withdrawal.narrowed')}
      </span>
    </>
  );
}

function Due({ task, today }: { task: WithdrawalTaskShown; today: string }) {
  const t = useText(withdrawalText);
  const isOverdue = task.next !== null && task.dueOn < today;
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <DayText day={task.dueOn} />
      {isOverdue ? <Badge tone="bad">{t('withdrawal.overdue')}</Badge> : null}
    </span>
  );
}

function NextStep({ task }: { task: WithdrawalTaskShown }) {
  const t = useText(withdrawalText);
  if (task.next !== 'stopped' && task.next !== 'purged')
    return <Badge tone="good">{t('withdrawal.done')}</Badge>;
  return (
    <PostForm id={`step-${task.consentId}`}>
      <input type="hidden" name="consent" value={task.consentId} />
      <Button size="sm" variant="secondary" name="step" value={task.next}>
        {t(`withdrawal.do.${task.next}`)}
      </Button>
    </PostForm>
  );
}
