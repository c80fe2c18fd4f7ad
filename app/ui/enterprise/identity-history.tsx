import type { UsccWarning } from '~/domain/enterprise/uscc.ts';
import { enterpriseText } from '~/text/enterprise.ts';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText } from '~/ui/parts/figures.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useText } from '~/ui/text.ts';

export type Identity = {
  readonly id: string;
  readonly scheme: string;
  readonly value: string;
  readonly warnings: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
};

const schemes = ['uscc', 'name', 'registration-no'] as const;

/** Every name and code that the firm ever had; the current ones have no end. */
export function IdentityHistory({ identities }: { identities: readonly Identity[] }) {
  const t = useText(enterpriseText);
  const schemeOf = (identity: Identity) => schemes.find((known) => known === identity.scheme) ?? 'data-set';
  return (
    <DataTable
      caption={t('enterprise.history')}
      captionHidden
      empty={<EmptyState title={t('enterprise.history.empty')} />}
      rows={identities}
      rowKey={(identity) => identity.id}
      columns={[
        {
          key: 'value',
          header: t('enterprise.history.value'),
          primary: true,
          cell: (identity) => <span className="num">{identity.value}</span>,
        },
        {
          key: 'scheme',
          header: t('enterprise.history.scheme'),
          cell: (i) => t(`enterprise.scheme.${schemeOf(i)}`),
        },
        {
          key: 'from',
          header: t('enterprise.history.from'),
          cell: (i) => (i.from ? <DayText day={i.from} /> : t('enterprise.profile.unknown')),
        },
        {
          key: 'to',
          header: t('enterprise.history.to'),
          cell: (i) => (i.to ? <DayText day={i.to} /> : t('enterprise.history.now')),
        },
        {
          key: 'note',
          header: t('enterprise.history.note'),
          cell: (i) =>
            i.warnings.map((warning) => t(`enterprise.warning.${warning as UsccWarning}`)).join(' '),
        },
      ]}
    />
  );
}
