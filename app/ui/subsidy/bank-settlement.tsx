import { schemeWords, wordOf } from '~/text/policy-words.ts';
import { subsidyDeskText, subsidyText } from '~/text/subsidy.ts';
import { Money } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type BankSettled = {
  readonly zh: string;
  readonly en: string;
  readonly loans: number;
  readonly amountFen: string;
  readonly funding: readonly { readonly payer: string; readonly amountFen: string }[];
};

/** What is settled with each bank's head office in one sum (总对总). */
export function BankSettlement({ banks }: { readonly banks: readonly BankSettled[] }) {
  const t = useText(subsidyDeskText);
  const words = useText(subsidyText);
  const locale = useLocale();
  if (banks.length === 0) return null;
  const payers = [...new Set(banks.flatMap((bank) => bank.funding.map((part) => part.payer)))].sort();
  return (
    <Section title={t('desk.by-bank')} lede={t('desk.by-bank-about')}>
      <DataTable
        caption={t('desk.by-bank')}
        captionHidden
        rows={banks}
        rowKey={(bank) => bank.zh}
        columns={[
          {
            key: 'bank',
            header: words('subsidy.bank'),
            primary: true,
            cell: (bank) => (locale === 'en' ? bank.en : bank.zh),
          },
          { key: 'loans', header: t('desk.loans'), align: 'end', cell: (bank) => bank.loans },
          {
            key: 'amount',
            header: t('desk.amount'),
            align: 'end',
            cell: (bank) => <Money fen={bank.amountFen} />,
          },
          ...payers.map((payer) => ({
            key: payer,
            header: wordOf(schemeWords, payer, locale),
            align: 'end' as const,
            cell: (bank: BankSettled) => (
              <Money fen={bank.funding.find((part) => part.payer === payer)?.amountFen ?? '0'} />
            ),
          })),
        ]}
      />
    </Section>
  );
}
