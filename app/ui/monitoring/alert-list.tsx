import type { ReactNode } from 'react';
import { alertText } from '~/text/alert.ts';
import { committeeText } from '~/text/committee.ts';
import { wordSignal } from '~/text/monitoring.ts';
import { Badge, SeverityBadge } from '~/ui/parts/badge.tsx';
import { LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { ClockChip } from '~/ui/parts/clock-chip.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { TabLinks } from '~/ui/parts/tabs.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type AlertEntry = {
  readonly id: string;
  readonly signal: string;
  readonly severity: 'yellow' | 'orange' | 'red';
  readonly state: 'open' | 'answered' | 'closed';
  readonly raisedAt: string;
  readonly dueAt: string;
  readonly verdict: string | null;
  readonly firm: string;
  readonly bankZh: string;
  readonly bankEn: string;
};

export type AlertListProps = {
  readonly side: 'firm' | 'bank';
  readonly alerts: readonly AlertEntry[];
  readonly page: number;
  readonly more: boolean;
  readonly tab: 'live' | 'closed';
  readonly now: string;
  /** What stands above the list. */
  readonly children?: ReactNode;
};

const baseOf = { firm: '/my/alerts', bank: '/bank/alerts' } as const;

/** Alerts of a firm or of a bank's loans, live and closed apart. */
export function AlertList({ side, alerts, page, more, tab, now, children }: AlertListProps) {
  const t = useText(alertText);
  const committee = useText(committeeText);
  const base = baseOf[side];
  const address = (p: number) => `${base}?state=${tab}&page=${p}`;
  return (
    <div className="stack-lg">
      <PageHeader
        title={t(`alert.list.${side}.title`)}
        lede={t(`alert.list.${side}.lede`)}
        actions={
          side === 'bank' ? (
            <LinkButton to="/bank/committees" variant="secondary">
              {committee('committee.title')}
            </LinkButton>
          ) : null
        }
      />
      {children}
      <TabLinks
        label={t('alert.state')}
        items={(['live', 'closed'] as const).map((s) => ({
          to: `${base}?state=${s}`,
          label: t(`alert.tab.${s}`),
          current: s === tab,
        }))}
      />
      <AlertTable side={side} alerts={alerts} now={now} />
      <KeysetPager
        previous={page > 0 ? address(page - 1) : undefined}
        next={more ? address(page + 1) : undefined}
        shown={alerts.length}
      />
    </div>
  );
}

function AlertTable({ side, alerts, now }: Pick<AlertListProps, 'side' | 'alerts' | 'now'>) {
  const t = useText(alertText);
  const locale = useLocale();
  const party: Column<AlertEntry> =
    side === 'bank'
      ? { key: 'firm', header: t('alert.firm'), cell: (a) => a.firm }
      : { key: 'bank', header: t('alert.bank'), cell: (a) => (locale === 'en' ? a.bankEn : a.bankZh) };
  const columns: Column<AlertEntry>[] = [
    {
      key: 'signal',
      header: t('alert.signal'),
      primary: true,
      cell: (a) => <TextLink to={`${baseOf[side]}/${a.id}`}>{wordSignal(a.signal, locale)}</TextLink>,
    },
    { key: 'severity', header: t('alert.severity'), cell: (a) => <SeverityBadge severity={a.severity} /> },
    party,
    { key: 'raised', header: t('alert.raised'), cell: (a) => <InstantText at={a.raisedAt} /> },
    {
      key: 'due',
      header: t('alert.due'),
      cell: (a) =>
        a.state === 'closed' ? <InstantText at={a.dueAt} /> : <ClockChip due={a.dueAt} now={now} />,
    },
    {
      key: 'state',
      header: t('alert.state'),
      cell: (a) => <Badge tone={a.state === 'closed' ? 'mute' : 'info'}>{t(`alert.state.${a.state}`)}</Badge>,
    },
  ];
  const nothing = <EmptyState title={t('alert.empty')}>{t('alert.empty-next')}</EmptyState>;
  return (
    <DataTable
      caption={t('alert.caption')}
      captionHidden
      columns={columns}
      rows={alerts}
      rowKey={(a) => a.id}
      empty={nothing}
    />
  );
}
