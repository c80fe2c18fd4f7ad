import type { ReactNode } from 'react';
import { dayCounts } from '~/domain/policy/day-count.ts';
import { repaymentMethods } from '~/domain/product/schedule.ts';
import { loanText } from '~/text/loan.ts';
import { type InstalmentRow, LoanSchedule } from '~/ui/loan/loan-schedule.tsx';
import { LoanSchemes, type SchemeAnswer } from '~/ui/loan/loan-schemes.tsx';
import { TierBadge } from '~/ui/loan/tier-badge.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, Figure, FigureRow, Money, Rate } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { PrintButton } from '~/ui/parts/print-button.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type LoanData = {
  readonly id: string;
  readonly firm: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly contractNo: string;
  readonly principalFen: string;
  readonly balanceFen: string;
  readonly ratePpm: number;
  readonly dayCount: string;
  readonly method: string;
  readonly termMonths: number;
  readonly contractOn: string;
  readonly disbursedOn: string;
  readonly maturityOn: string;
  readonly state: string;
  readonly tier: string;
  readonly dpd: number;
  readonly overdueFen: string;
  readonly instalments: readonly InstalmentRow[];
  readonly repayments: readonly { id: string; paidOn: string; principalFen: string; interestFen: string }[];
  readonly schemes: readonly SchemeAnswer[];
  readonly regionNames: Readonly<Record<string, string>>;
};

/** A loan in service: figures, arrears, terms, schemes, schedule, payments. */
export function LoanFile({ loan, back, children }: { loan: LoanData; back: string; children?: ReactNode }) {
  const t = useText(loanText);
  const locale = useLocale();
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('loan.back'), to: back }]}
        title={t('loan.title', loan.contractNo)}
        lede={`${loan.firm} · ${locale === 'en' ? loan.bankEn : loan.bankZh}`}
        badge={<TierBadge tier={loan.tier} dpd={loan.dpd} />}
        actions={<PrintButton />}
      />
      {loan.dpd > 0 ? (
        <Notice
          tone="bad"
          title={t('loan.overdue', loan.dpd, loan.overdueFen)}
          next={t('loan.overdue-next')}
        />
      ) : null}
      <FigureRow>
        <Figure label={t('loan.principal')} value={<Money fen={loan.principalFen} style="short" />} />
        <Figure label={t('loan.balance')} value={<Money fen={loan.balanceFen} />} />
        <Figure label={t('loan.rate')} value={<Rate ppm={loan.ratePpm} />} />
        <Figure label={t('loan.maturity')} value={<DayText day={loan.maturityOn} />} />
      </FigureRow>
      <LoanSchemes schemes={loan.schemes} regionNames={loan.regionNames} />
      <Terms loan={loan} />
      {children}
      <LoanSchedule
        instalments={loan.instalments}
        principalFen={loan.principalFen}
        disbursedOn={loan.disbursedOn}
      />
      <Payments repayments={loan.repayments} />
    </div>
  );
}

function Terms({ loan }: { loan: LoanData }) {
  const t = useText(loanText);
  const method = repaymentMethods.find((m) => m === loan.method);
  const dayCount = dayCounts.find((d) => d === loan.dayCount);
  return (
    <Card title={t('loan.terms')}>
      <DefinitionList
        layout="grid"
        items={[
          { term: t('loan.method'), value: method ? t(`loan.method.${method}`) : '—' },
          { term: t('loan.term'), value: t('loan.months', loan.termMonths) },
          { term: t('loan.day-count'), value: dayCount ? t(`loan.day-count.${dayCount}`) : '—' },
          { term: t('loan.contract-on'), value: <DayText day={loan.contractOn} /> },
          { term: t('loan.disbursed-on'), value: <DayText day={loan.disbursedOn} /> },
        ]}
      />
    </Card>
  );
}

function Payments({ repayments }: Pick<LoanData, 'repayments'>) {
  const t = useText(loanText);
  const [total, interest] = [
    sumOf(repayments.map((r) => r.principalFen)),
    sumOf(repayments.map((r) => r.interestFen)),
  ];
  return (
    <Section title={t('loan.payments')}>
      <DataTable
        caption={t('loan.payments')}
        captionHidden
        rows={repayments}
        rowKey={(r) => r.id}
        columns={[
          { key: 'on', header: t('loan.paid-on'), primary: true, cell: (r) => <DayText day={r.paidOn} /> },
          {
            key: 'principal',
            header: t('loan.due-principal'),
            align: 'end',
            cell: (r) => <Money fen={r.principalFen} />,
          },
          {
            key: 'interest',
            header: t('loan.due-interest'),
            align: 'end',
            cell: (r) => <Money fen={r.interestFen} />,
          },
        ]}
        empty={<EmptyState title={t('loan.payments-empty')} />}
        footer={[t('loan.sum'), <Money key="p" fen={total} />, <Money key="i" fen={interest} />]}
      />
    </Section>
  );
}

const sumOf = (amounts: readonly string[]) => amounts.reduce((sum, a) => sum + BigInt(a), 0n).toString();
