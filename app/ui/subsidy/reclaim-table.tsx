import { subsidyText } from '~/text/subsidy.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import type { Tone } from '~/ui/parts/class-names.ts';
import { DayText, Money } from '~/ui/parts/figures.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import type { ReclaimShown } from '~/ui/subsidy/subsidy-shown.ts';
import { useText } from '~/ui/text.ts';

const causes = ['arbitrage', 'wealth-product', 'wrong-sector', 'wilful-default', 'other'] as const;
const states = ['reported', 'demanded', 'returned', 'dismissed'] as const;
const tones: { readonly [S in (typeof states)[number]]: Tone } = {
  reported: 'warn',
  demanded: 'bad',
  returned: 'good',
  dismissed: 'mute',
};

/** The words for a cause and a state of a report. */
export function useReclaimWords() {
  const t = useText(subsidyText);
  return {
    cause: (code: string) => t(`subsidy.cause.${causes.find((each) => each === code) ?? 'other'}`),
    state: (code: string) => t(`subsidy.report-state.${states.find((each) => each === code) ?? 'reported'}`),
    causes: causes.map((value) => ({ value, label: t(`subsidy.cause.${value}`) })),
  };
}

export function ReclaimBadge({ state }: { state: string }) {
  const words = useReclaimWords();
  return (
    <Badge tone={tones[states.find((each) => each === state) ?? 'reported']}>{words.state(state)}</Badge>
  );
}

type ReclaimTableProps = {
  readonly reclaims: readonly ReclaimShown[];
  /** Where a report is opened; left out where it cannot be. */
  readonly to?: (reclaim: ReclaimShown) => string;
  readonly withFirm?: boolean;
  readonly empty?: React.ReactNode;
};

/** Reports of misuse with what is taken back. */
export function ReclaimTable({ reclaims, to, withFirm, empty }: ReclaimTableProps) {
  const t = useText(subsidyText);
  const words = useReclaimWords();
  const firm: Column<ReclaimShown>[] = withFirm
    ? [{ key: 'firm', header: t('subsidy.firm'), cell: (r) => r.firm }]
    : [];
  return (
    <DataTable
      caption={t('subsidy.reports')}
      captionHidden
      rows={reclaims}
      rowKey={(r) => r.id}
      empty={empty}
      columns={[
        {
          key: 'loan',
          header: t('subsidy.loan'),
          primary: true,
          cell: (r) => (to ? <TextLink to={to(r)}>{r.contractNo}</TextLink> : r.contractNo),
        },
        ...firm,
        { key: 'cause', header: t('subsidy.cause'), cell: (r) => words.cause(r.cause) },
        { key: 'on', header: t('subsidy.misuse-on'), cell: (r) => <DayText day={r.misuseOn} /> },
        { key: 'state', header: t('subsidy.state'), cell: (r) => <ReclaimBadge state={r.state} /> },
        {
          key: 'demanded',
          header: t('subsidy.demanded'),
          align: 'end',
          cell: (r) => <Money fen={r.demandedFen} />,
        },
        {
          key: 'returned',
          header: t('subsidy.returned'),
          align: 'end',
          cell: (r) => <Money fen={r.returnedFen} />,
        },
        {
          key: 'due',
          header: t('subsidy.due-on'),
          cell: (r) => (r.dueOn && r.state === 'demanded' ? <DayText day={r.dueOn} /> : '—'),
        },
      ]}
    />
  );
}
