import { matchRuleText } from '~/text/match-rule.ts';
import { methodWords } from '~/text/product-words.ts';
import type { BankResponseRow, WorkedLoan } from '~/ui/match/rule-shown.ts';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, Money, Rate } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

/** Loans worked out in public, so that anybody can check the sums. */
export function WorkedLoans({ examples }: { examples: readonly WorkedLoan[] }) {
  const t = useText(matchRuleText);
  const columns = useLoanColumns();
  return (
    <Section title={t('rule.apr')} lede={t('rule.apr-lede')}>
      <DataTable
        caption={t('rule.apr')}
        captionHidden
        columns={columns}
        rows={examples}
        rowKey={(loan) => `${loan.method}-${loan.feePpm}-${loan.guaranteeFeePpm}`}
      />
    </Section>
  );
}

function useLoanColumns(): Column<WorkedLoan>[] {
  const t = useText(matchRuleText);
  const locale = useLocale();
  return [
    {
      key: 'loan',
      header: t('rule.loan'),
      primary: true,
      cell: (loan) => (
        <>
          <Money fen={loan.principalFen} style="short" /> · {t('rule.months', loan.termMonths)} ·{' '}
          {methodWords[loan.method][locale]}
        </>
      ),
    },
    { key: 'rate', header: t('rule.rate'), align: 'end', cell: (loan) => <Rate ppm={loan.rate} /> },
    { key: 'fee', header: t('rule.fee'), align: 'end', cell: (loan) => <Rate ppm={loan.feePpm} /> },
    {
      key: 'guarantee',
      header: t('rule.guarantee'),
      align: 'end',
      cell: (loan) => <Rate ppm={loan.guaranteeFeePpm} />,
    },
    { key: 'net', header: t('rule.net'), align: 'end', cell: (loan) => <Money fen={loan.netFen} /> },
    {
      key: 'all-in',
      header: t('rule.all-in'),
      align: 'end',
      cell: (loan) => (loan.apr === null ? '–' : <Rate ppm={loan.apr} decimals={4} />),
    },
  ];
}

/** How fast each bank answers, as measured; the last step of the ranking before the fixed number. */
export function BankResponses({ responses }: { responses: readonly BankResponseRow[] }) {
  const t = useText(matchRuleText);
  const columns = useResponseColumns();
  return (
    <Section title={t('rule.responses')} lede={t('rule.responses-lede')}>
      <DataTable
        caption={t('rule.responses')}
        captionHidden
        columns={columns}
        rows={responses}
        rowKey={(bank) => bank.institutionId}
        empty={<EmptyState title={t('rule.responses-none')}>{t('rule.responses-none-next')}</EmptyState>}
      />
    </Section>
  );
}

function useResponseColumns(): Column<BankResponseRow>[] {
  const t = useText(matchRuleText);
  const locale = useLocale();
  const days = (n: number | null) => (n === null ? t('rule.unanswered') : t('rule.days', n));
  return [
    {
      key: 'bank',
      header: t('rule.bank'),
      primary: true,
      cell: (bank) => (locale === 'en' ? bank.en : bank.zh),
    },
    { key: 'decision', header: t('rule.decision'), align: 'end', cell: (bank) => days(bank.decisionDays) },
    { key: 'pickup', header: t('rule.pickup'), align: 'end', cell: (bank) => days(bank.pickupDays) },
    { key: 'cases', header: t('rule.cases'), align: 'end', cell: (bank) => bank.cases },
    { key: 'returned', header: t('rule.returned'), align: 'end', cell: (bank) => bank.returned },
    { key: 'on', header: t('rule.measured'), cell: (bank) => <DayText day={bank.measuredOn} /> },
  ];
}
