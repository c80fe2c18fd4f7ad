import { productDraftText } from '~/text/product-draft.ts';
import { VerdictBadge } from '~/ui/parts/badge.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import type { DraftPageProps } from '~/ui/product/draft-props.ts';
import { useText } from '~/ui/text.ts';

/** How invented firms fare with the conditions, and at which lines they fail. */
export function DraftTrials({ trials }: { trials: DraftPageProps['trials'] }) {
  const t = useText(productDraftText);
  const failing = (lines: readonly string[]) =>
    lines.flatMap((verdict, place) => (verdict === 'fail' ? [t('draft.line-no', place + 1)] : []));
  return (
    <DataTable
      caption={t('draft.trials')}
      captionHidden
      rows={trials}
      rowKey={(row) => row.name}
      columns={[
        { key: 'firm', header: t('draft.firm'), primary: true, cell: (row) => t(`trial.${row.name}`) },
        { key: 'verdict', header: t('draft.verdict'), cell: (row) => <VerdictBadge verdict={row.verdict} /> },
        {
          key: 'fails',
          header: t('draft.fails-at'),
          cell: (row) => failing(row.lines).join(' · ') || t('draft.none'),
        },
      ]}
    />
  );
}
