import { Form } from '@remix-run/react';
import { mayRemind } from '~/domain/monitoring/case.ts';
import { alertText } from '~/text/alert.ts';
import { wordSignal } from '~/text/monitoring.ts';
import { replyTo } from '~/ui/form-reply.ts';
import type { AlertEntry } from '~/ui/monitoring/alert-list.tsx';
import { Badge, SeverityBadge } from '~/ui/parts/badge.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { ClockChip } from '~/ui/parts/clock-chip.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { TabLinks } from '~/ui/parts/tabs.tsx';
import { RefusalNotice } from '~/ui/refusal-notice.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Filter = {
  readonly state: 'live' | 'overdue' | 'closed' | 'all';
  readonly severity?: string | undefined;
  readonly month?: string | undefined;
};

export type AlertRegisterProps = {
  readonly alerts: readonly AlertEntry[];
  readonly count: number;
  readonly page: number;
  readonly more: boolean;
  readonly now: string;
  readonly filter: Filter;
  readonly reply: unknown;
};

const base = '/operator/alerts';
const tabs = ['overdue', 'live', 'closed', 'all'] as const;

function addressOf(filter: Filter, page = 0): string {
  const query = new URLSearchParams(
    Object.entries(filter).filter(([, value]) => value) as [string, string][],
  );
  if (page > 0) query.set('page', String(page));
  return `${base}?${query}`;
}

/** The risk desk's register of alerts: overdue answers first, each with a reminder to the bank or the firm. */
export function AlertRegister({ alerts, count, page, more, now, filter, reply }: AlertRegisterProps) {
  const t = useText(alertText);
  return (
    <div className="stack-lg">
      <PageHeader title={t('alert.list.operator.title')} lede={t('alert.list.operator.lede')} />
      <RefusalNotice reply={replyTo(reply)} />
      <TabLinks
        label={t('alert.state')}
        items={tabs.map((state) => ({
          to: addressOf({ ...filter, state }),
          label: t(`alert.tab.${state}`),
          current: state === filter.state,
        }))}
      />
      <p className="flex flex-wrap items-center gap-3">
        <strong>{t('alert.count', count)}</strong>
        {filter.severity ? <SeverityBadge severity={filter.severity as AlertEntry['severity']} /> : null}
        {filter.month ? t('alert.of-month', filter.month) : null}
        {filter.month || filter.severity ? (
          <TextLink to={addressOf({ state: filter.state })}>{t('alert.all-months')}</TextLink>
        ) : null}
      </p>
      <RegisterTable alerts={alerts} now={now} />
      <KeysetPager
        previous={page > 0 ? addressOf(filter, page - 1) : undefined}
        next={more ? addressOf(filter, page + 1) : undefined}
        shown={alerts.length}
      />
    </div>
  );
}

function RegisterTable({ alerts, now }: Pick<AlertRegisterProps, 'alerts' | 'now'>) {
  const t = useText(alertText);
  const locale = useLocale();
  const columns: Column<AlertEntry>[] = [
    {
      key: 'signal',
      header: t('alert.signal'),
      primary: true,
      cell: (a) => <TextLink to={`${base}/${a.id}`}>{wordSignal(a.signal, locale)}</TextLink>,
    },
    { key: 'severity', header: t('alert.severity'), cell: (a) => <SeverityBadge severity={a.severity} /> },
    {
      key: 'firm',
      header: t('alert.firm'),
      cell: (a) => (
        <>
          {a.firm}
          <span className="block text-xs text-ink-soft">{locale === 'en' ? a.bankEn : a.bankZh}</span>
        </>
      ),
    },
    { key: 'raised', header: t('alert.raised'), cell: (a) => <InstantText at={a.raisedAt} /> },
    {
      key: 'due',
      header: t('alert.due'),
      cell: (a) => (
        <span className="flex flex-col items-start gap-1">
          {a.state === 'closed' ? <InstantText at={a.dueAt} /> : <ClockChip due={a.dueAt} now={now} />}
          <Badge tone={a.state === 'closed' ? 'mute' : 'info'}>{t(`alert.state.${a.state}`)}</Badge>
        </span>
      ),
    },
    {
      key: 'remind',
      header: t('alert.remind'),
      cell: (a) => (a.state === 'closed' ? '—' : <Remind alert={a} />),
    },
  ];
  return (
    <DataTable
      caption={t('alert.caption')}
      captionHidden
      columns={columns}
      rows={alerts}
      rowKey={(a) => a.id}
      empty={<EmptyState title={t('alert.empty')}>{t('alert.empty-next')}</EmptyState>}
    />
  );
}

/** The firm is reminded while it owes an answer; the bank while the case is live. */
function Remind({ alert }: { alert: AlertEntry }) {
  const t = useText(alertText);
  return (
    <Form method="post" className="flex flex-wrap gap-2">
      <input type="hidden" name="id" value={alert.id} />
      <Button name="whom" value="bank" variant="secondary" size="sm">
        {t('alert.remind.bank')}
      </Button>
      {mayRemind(alert, 'firm').ok ? (
        <Button name="whom" value="firm" variant="secondary" size="sm">
          {t('alert.remind.firm')}
        </Button>
      ) : null}
    </Form>
  );
}
