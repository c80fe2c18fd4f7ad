import type { ReactNode } from 'react';
import { repairText } from '~/text/repair.ts';
import { rightsText } from '~/text/rights.ts';
import { ObjectionTable } from '~/ui/objection/case-table.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useNamed, useText } from '~/ui/text.ts';
import { CasePager, type CasesProps, CaseTabs } from './cases-page.tsx';
import { RepairTable } from './repair-table.tsx';
import { type SealedShown, SealedTable } from './sealed-table.tsx';

export type OutlookShown = {
  readonly factId: string;
  readonly itemZh: string;
  readonly itemEn: string;
  readonly class: 'minor' | 'general' | 'serious';
  readonly occurredOn: string;
  readonly reference: string | null;
  readonly earliest: string;
  readonly latest: string;
  readonly daysLeft: number;
  readonly repairId: string | null;
};

type RightsProps = CasesProps & {
  readonly outlooks: readonly OutlookShown[];
  readonly sealed: readonly SealedShown[];
  readonly today: string;
  /** The restated scores, drawn by a later stage. */
  readonly children?: ReactNode;
};

/** A firm's page of its rights. */
export function RightsPage({ outlooks, sealed, children, today, ...cases }: RightsProps) {
  const t = useText(rightsText);
  const base = '/my/rights';
  return (
    <div className="stack-lg">
      <PageHeader
        title={t('rights.title')}
        lede={t('rights.lede')}
        actions={
          <LinkButton to="/my/rights/calendar.ics" download variant="secondary">
            {t('rights.calendar')}
          </LinkButton>
        }
      />
      <CaseTabs base={base} tab={cases.tab} />
      <Section title={t('rights.objections')}>
        <ObjectionTable
          side="firm"
          objections={cases.objections}
          now={cases.now}
          empty={
            <EmptyState
              title={t('rights.none-objections')}
              action={<LinkButton to="/my/data">{t('rights.to-data')}</LinkButton>}
            >
              {t('rights.none-objections-next')}
            </EmptyState>
          }
        />
      </Section>
      <Section title={t('rights.repairs')}>
        <RepairTable
          side="firm"
          repairs={cases.repairs}
          now={cases.now}
          empty={<p className="text-ink-soft">{t('rights.none-repairs')}</p>}
        />
      </Section>
      <CasePager base={base} {...cases} />
      <Section title={t('rights.outlook')} lede={t('rights.outlook-lede')}>
        <OutlookTable outlooks={outlooks} today={today} />
      </Section>
      {children}
      <Section title={t('rights.sealed')} lede={t('rights.sealed-lede')}>
        <SealedTable
          sealed={sealed}
          linked
          empty={<p className="text-ink-soft">{t('rights.sealed-none')}</p>}
        />
      </Section>
    </div>
  );
}

/** Each record that can be repaired with its countdown. */
function OutlookTable({ outlooks, today }: Pick<RightsProps, 'outlooks' | 'today'>) {
  const t = useText(rightsText);
  const r = useText(repairText);
  const name = useNamed();
  const columns: Column<OutlookShown>[] = [
    {
      key: 'record',
      header: t('rights.col.record'),
      primary: true,
      cell: (each) => (
        <>
          <TextLink to={`/my/rights/records/${each.factId}`}>
            {name({ zh: each.itemZh, en: each.itemEn })}
          </TextLink>
          {each.reference ? <span className="block text-sm text-ink-soft">{each.reference}</span> : null}
        </>
      ),
    },
    { key: 'class', header: t('rights.outlook-class'), cell: (each) => r(`repair.class.${each.class}`) },
    {
      key: 'earliest',
      header: t('rights.outlook-earliest'),
      cell: (each) => (
        <span className="flex flex-wrap items-baseline gap-2">
          <DayText day={each.earliest} />
          {each.repairId ? (
            <Badge tone="warn">{r('repair.state.filed')}</Badge>
          ) : each.daysLeft > 0 ? (
            <span className="text-sm text-ink-soft">{t('rights.outlook-days', each.daysLeft)}</span>
          ) : (
            <Badge tone="good">{t('rights.outlook-now')}</Badge>
          )}
        </span>
      ),
    },
    {
      key: 'latest',
      header: t('rights.outlook-latest'),
      cell: (each) => <DayText day={each.latest} today={today} />,
    },
  ];
  return (
    <DataTable
      caption={t('rights.outlook')}
      captionHidden
      columns={columns}
      rows={outlooks}
      rowKey={(each) => each.factId}
      empty={<p className="text-ink-soft">{t('rights.outlook-none')}</p>}
    />
  );
}
