import type { ReactNode } from 'react';
import { rightsText } from '~/text/rights.ts';
import { TextLink } from '~/ui/parts/button.tsx';
import { DayText, InstantText, Money } from '~/ui/parts/figures.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useNamed, useText } from '~/ui/text.ts';

export type SealedShown = {
  readonly factId: string;
  readonly itemZh: string;
  readonly itemEn: string;
  readonly sealedAt: string;
  readonly occurredOn: string | null;
  readonly amountFen: string | null;
  readonly reference: string | null;
};

/** What was sealed and what it said: for the subject, and for the audit role. */
export function SealedTable({
  sealed,
  linked,
  empty,
}: {
  sealed: readonly SealedShown[];
  linked: boolean;
  empty: ReactNode;
}) {
  const t = useText(rightsText);
  const name = useNamed();
  const columns: Column<SealedShown>[] = [
    {
      key: 'item',
      header: t('rights.col.record'),
      primary: true,
      cell: (each) => {
        const called = name({ zh: each.itemZh, en: each.itemEn });
        return linked ? <TextLink to={`/my/rights/records/${each.factId}`}>{called}</TextLink> : called;
      },
    },
    {
      key: 'on',
      header: t('rights.sealed-date'),
      cell: (each) => (each.occurredOn ? <DayText day={each.occurredOn} /> : '—'),
    },
    {
      key: 'said',
      header: t('rights.sealed-said'),
      cell: (each) => (
        <span className="flex flex-wrap gap-x-4">
          {each.reference ?? (each.amountFen ? null : '—')}
          {each.amountFen ? <Money fen={each.amountFen} /> : null}
        </span>
      ),
    },
    { key: 'sealed', header: t('rights.sealed-on'), cell: (each) => <InstantText at={each.sealedAt} /> },
  ];
  return (
    <DataTable
      caption={t('rights.sealed')}
      captionHidden
      columns={columns}
      rows={sealed}
      rowKey={(each) => each.factId}
      empty={empty}
    />
  );
}
