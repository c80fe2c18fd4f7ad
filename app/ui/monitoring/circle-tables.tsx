import { circleText } from '~/text/circle.ts';
import { Money } from '~/ui/parts/figures.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Named = { readonly key: string; readonly zh: string; readonly en: string };

export type CircleReached = {
  readonly firm: Named;
  readonly hop: number;
  /** Null where the reader's lenders have no loan to the firm. */
  readonly debtFen: string | null;
  /** Null where it stands only for debts that are not known. */
  readonly calledFen: string | null;
};

export type CircleCall = {
  readonly guarantor: Named;
  readonly debtor: Named;
  readonly hop: number;
  readonly amountFen: string | null;
};

type Side = 'bank' | 'operator';

function Amount({ fen, side }: { fen: string | null; side: Side }) {
  const t = useText(circleText);
  return fen === null ? (
    <span className="text-ink-soft">{t(`circle.unknown.${side}`)}</span>
  ) : (
    <Money fen={fen} />
  );
}

/** Firms and guarantors that a default reaches, the nearest first. */
export function ReachedTable({ rows, side }: { rows: readonly CircleReached[]; side: Side }) {
  const t = useText(circleText);
  const isEnglish = useLocale() === 'en';
  return (
    <DataTable
      caption={t('circle.reached')}
      captionHidden
      rows={rows}
      rowKey={({ firm }) => firm.key}
      columns={[
        {
          key: 'firm',
          header: t('circle.firm'),
          primary: true,
          cell: ({ firm }) => (isEnglish ? firm.en : firm.zh),
        },
        { key: 'hop', header: t('circle.hop'), align: 'end', cell: ({ hop }) => hop },
        {
          key: 'debt',
          header: t('circle.debt'),
          align: 'end',
          cell: ({ debtFen }) => <Amount fen={debtFen} side={side} />,
        },
        {
          key: 'called',
          header: t('circle.called'),
          align: 'end',
          cell: ({ hop, calledFen }) => (hop === 0 ? '—' : <Amount fen={calledFen} side={side} />),
        },
      ]}
    />
  );
}

/** Guarantees one by one: who is called on for whom, with how much. */
export function CallTable({
  rows,
  side,
  caption,
}: {
  rows: readonly CircleCall[];
  side: Side;
  caption: string;
}) {
  const t = useText(circleText);
  const isEnglish = useLocale() === 'en';
  const name = (named: Named) => (isEnglish ? named.en : named.zh);
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ guarantor, debtor }) => `${guarantor.key} ${debtor.key}`}
      columns={[
        {
          key: 'guarantor',
          header: t('circle.guarantor'),
          primary: true,
          cell: ({ guarantor }) => name(guarantor),
        },
        { key: 'debtor', header: t('circle.debtor'), cell: ({ debtor }) => name(debtor) },
        { key: 'hop', header: t('circle.hop'), align: 'end', cell: ({ hop }) => hop },
        {
          key: 'amount',
          header: t('circle.amount'),
          align: 'end',
          cell: ({ amountFen }) => <Amount fen={amountFen} side={side} />,
        },
      ]}
    />
  );
}
