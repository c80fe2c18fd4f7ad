import type { ReactNode } from 'react';
import { guaranteeText } from '~/text/guarantee.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import type { Tone } from '~/ui/parts/class-names.ts';
import { DayText, Money, Rate } from '~/ui/parts/figures.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

/** What pages show of a guarantee or insurance. */
export type ContractShown = {
  readonly id: string;
  readonly firm: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly guarantorZh: string;
  readonly guarantorEn: string;
  readonly kind: string;
  readonly state: string;
  readonly contractNo: string;
  readonly principalFen: string;
  readonly sharePpm: number;
  readonly liabilityFen: string;
  readonly feePpm: number | null;
  readonly waitingDays: number;
  readonly maturityOn: string;
  readonly agreedOn: string | null;
  readonly note: string | null;
  readonly shares: readonly {
    readonly payer: string;
    readonly sharePpm: number;
    readonly amountFen: string;
  }[];
  readonly maker: string | null;
  readonly checker: string | null;
  readonly paidFen: string;
  readonly recoveredFen: string;
};

const states = ['requested', 'proposed', 'in-force', 'refused', 'withdrawn', 'released'] as const;
const tones: { readonly [S in (typeof states)[number]]: Tone } = {
  requested: 'warn',
  proposed: 'info',
  'in-force': 'good',
  refused: 'mute',
  withdrawn: 'mute',
  released: 'mute',
};

export function ContractBadge({ state }: { state: string }) {
  const t = useText(guaranteeText);
  const known = states.find((each) => each === state) ?? 'requested';
  return <Badge tone={tones[known]}>{t(`guarantee.state.${known}`)}</Badge>;
}

type ContractTableProps = {
  readonly contracts: readonly ContractShown[];
  /** Whose table it is: a bank sees the guarantor, a guarantor the firm and the bank. */
  readonly side: 'bank' | 'guarantor';
  readonly caption: string;
  readonly empty: ReactNode;
};

/** Covers asked for and in force. */
export function ContractTable({ contracts, side, caption, empty }: ContractTableProps) {
  const t = useText(guaranteeText);
  const locale = useLocale();
  const isEn = locale === 'en';
  const parties: Column<ContractShown>[] =
    side === 'bank'
      ? [
          {
            key: 'guarantor',
            header: t('guarantee.guarantor'),
            primary: true,
            cell: (c) => (isEn ? c.guarantorEn : c.guarantorZh),
          },
        ]
      : [
          {
            key: 'firm',
            header: t('guarantee.firm'),
            primary: true,
            cell: (c) => <TextLink to={`/guarantee/contracts/${c.id}`}>{c.firm}</TextLink>,
          },
          { key: 'bank', header: t('guarantee.bank'), cell: (c) => (isEn ? c.bankEn : c.bankZh) },
        ];
  const compensation: Column<ContractShown> = {
    key: 'compensation',
    header: t('guarantee.compensation'),
    cell: (c) =>
      c.kind === 'guarantee' && c.agreedOn ? (
        <TextLink to={`/guarantee/contracts/${c.id}/claim`}>{t('guarantee.compensation-see')}</TextLink>
      ) : (
        '—'
      ),
  };
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={contracts}
      rowKey={(c) => c.id}
      empty={empty}
      columns={[
        ...parties,
        { key: 'no', header: t('guarantee.contract-no'), cell: (c) => c.contractNo },
        {
          key: 'share',
          header: t('guarantee.share'),
          align: 'end',
          cell: (c) => <Rate ppm={c.sharePpm} decimals={0} />,
        },
        {
          key: 'liability',
          header: t('guarantee.liability'),
          align: 'end',
          cell: (c) => <Money fen={c.liabilityFen} style="short" />,
        },
        {
          key: 'fee',
          header: t('guarantee.fee'),
          align: 'end',
          cell: (c) => (c.feePpm === null ? '—' : <Rate ppm={c.feePpm} />),
        },
        { key: 'paid', header: t('guarantee.paid'), align: 'end', cell: (c) => <Money fen={c.paidFen} /> },
        { key: 'until', header: t('guarantee.until'), cell: (c) => <DayText day={c.maturityOn} /> },
        { key: 'state', header: t('guarantee.state'), cell: (c) => <ContractBadge state={c.state} /> },
        ...(side === 'guarantor' ? [compensation] : []),
      ]}
    />
  );
}
