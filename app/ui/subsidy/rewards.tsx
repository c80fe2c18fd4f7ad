import { schemeWords, wordOf } from '~/text/policy-words.ts';
import { subsidyDeskText, subsidyText } from '~/text/subsidy.ts';
import { Money } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type RewardShown = {
  readonly id: string;
  readonly kind: 'volume' | 'first-loan';
  readonly quarter: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly schemeZh: string;
  readonly schemeEn: string;
  readonly volumeFen: string;
  readonly amountFen: string;
  readonly funding: readonly { readonly payer: string; readonly amountFen: string }[];
};

/** What banks are paid for new lending and first loans, by bank or, for one bank, by quarter. Nothing where there is none. */
export function Rewards({ rows, by }: { rows: readonly RewardShown[]; by: 'bank' | 'quarter' }) {
  const t = useText(subsidyDeskText);
  const words = useText(subsidyText);
  const locale = useLocale();
  if (rows.length === 0) return null;
  const first =
    by === 'bank'
      ? { header: words('subsidy.bank'), cell: (r: RewardShown) => (locale === 'en' ? r.bankEn : r.bankZh) }
      : { header: words('subsidy.quarter'), cell: (r: RewardShown) => r.quarter };
  return (
    <Section title={t('desk.rewards')} lede={t('desk.rewards-about')}>
      <DataTable
        caption={t('desk.rewards')}
        captionHidden
        rows={rows}
        rowKey={(r) => r.id}
        columns={[
          { key: 'first', primary: true, ...first },
          {
            key: 'scheme',
            header: words('subsidy.scheme'),
            cell: (r) => (locale === 'en' ? r.schemeEn : r.schemeZh),
          },
          { key: 'kind', header: t('desk.reward-kind'), cell: (r) => t(`desk.reward.${r.kind}`) },
          {
            key: 'volume',
            header: t('desk.new-lending'),
            align: 'end',
            cell: (r) => <Money fen={r.volumeFen} />,
          },
          {
            key: 'payers',
            header: t('desk.by-payer'),
            cell: (r) => r.funding.map(({ payer }) => wordOf(schemeWords, payer, locale)).join(' · '),
          },
          { key: 'amount', header: t('desk.amount'), align: 'end', cell: (r) => <Money fen={r.amountFen} /> },
        ]}
      />
    </Section>
  );
}
