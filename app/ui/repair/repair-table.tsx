import type { ReactNode } from 'react';
import { repairText } from '~/text/repair.ts';
import { rightsText } from '~/text/rights.ts';
import { baseOf, DueDay, type Side } from '~/ui/objection/case-table.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import type { Tone } from '~/ui/parts/class-names.ts';
import { InstantText } from '~/ui/parts/figures.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useNamed, useText } from '~/ui/text.ts';

export type RepairShown = {
  readonly id: string;
  readonly firm: string;
  readonly itemZh: string;
  readonly itemEn: string;
  readonly providerZh: string;
  readonly providerEn: string;
  readonly kind: 'repair' | 'reorganisation';
  readonly class: 'minor' | 'general' | 'serious';
  readonly state: 'filed' | 'granted' | 'refused' | 'shielded' | 'failed' | 'withdrawn' | 'moot';
  readonly filedAt: string;
  readonly dueOn: string | null;
  readonly escalated: boolean;
};

export const stateTones = {
  filed: 'warn',
  granted: 'good',
  refused: 'mute',
  shielded: 'info',
  failed: 'alert',
  withdrawn: 'mute',
  moot: 'mute',
} as const satisfies Record<RepairShown['state'], Tone>;

type RepairTableProps = {
  readonly side: Side;
  readonly repairs: readonly RepairShown[];
  readonly now: string;
  readonly empty: ReactNode;
  /** Two kinds of cases under one title: each table bears its name. */
  readonly captionShown?: boolean;
};

export function RepairTable({ side, repairs, now, empty, captionShown = false }: RepairTableProps) {
  const t = useText(rightsText);
  const r = useText(repairText);
  const name = useNamed();
  const columns: Column<RepairShown>[] = [
    {
      key: 'record',
      header: t('rights.col.record'),
      primary: true,
      cell: (each) => (
        <TextLink to={`${baseOf[side]}/repairs/${each.id}`}>
          {name({ zh: each.itemZh, en: each.itemEn })}
        </TextLink>
      ),
    },
    {
      key: 'party',
      header: side === 'firm' ? t('rights.col.provider') : t('rights.col.firm'),
      cell: (each) => (side === 'firm' ? name({ zh: each.providerZh, en: each.providerEn }) : each.firm),
    },
    {
      key: 'class',
      header: t('rights.outlook-class'),
      cell: (each) => `${r(`repair.class.${each.class}`)} · ${r(`repair.kind.${each.kind}`)}`,
    },
    { key: 'filed', header: t('rights.col.filed'), cell: (each) => <InstantText at={each.filedAt} /> },
    { key: 'due', header: t('rights.col.due'), cell: (each) => <DueDay {...each} now={now} /> },
    {
      key: 'state',
      header: t('rights.col.state'),
      cell: (each) => <Badge tone={stateTones[each.state]}>{r(`repair.state.${each.state}`)}</Badge>,
    },
  ];
  return (
    <DataTable
      caption={t('rights.repairs')}
      captionHidden={!captionShown}
      columns={columns}
      rows={repairs}
      rowKey={(each) => each.id}
      empty={empty}
    />
  );
}
