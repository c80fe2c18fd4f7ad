import type { ReactNode } from 'react';
import { dayCounts } from '~/domain/policy/day-count.ts';
import { holidayRules } from '~/domain/product/due-dates.ts';
import { repaymentMethods } from '~/domain/product/schedule.ts';
import { loanText } from '~/text/loan.ts';
import { loanDueText } from '~/text/loan-due.ts';
import { servicingText } from '~/text/loan-servicing.ts';
import { showPpm } from '~/ui/format.ts';
import { EventLog, type LogEntry } from '~/ui/loan/event-log.tsx';
import { type HistoryData, LoanHistory } from '~/ui/loan/loan-history.tsx';
import { type InstalmentRow, LoanSchedule } from '~/ui/loan/loan-schedule.tsx';
import { LoanSchemes, type SchemeAnswer } from '~/ui/loan/loan-schemes.tsx';
import { TierBadge } from '~/ui/loan/tier-badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { DayText, Figure, FigureRow, Money, Rate } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { PrintButton } from '~/ui/parts/print-button.tsx';
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
  readonly dueDay: number | null;
  readonly dueHoliday: string | null;
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
  readonly accruedFen: string;
  readonly undrawnFen: string;
  readonly writtenOffFen: string;
  readonly nextPayment: { readonly on: string; readonly fen: string } | null;
  readonly floating: { readonly tenor: string; readonly spreadPpm: number; readonly months: number } | null;
  readonly family: {
    readonly before: { readonly id: string; readonly contractNo: string } | null;
    readonly after: { readonly id: string; readonly contractNo: string } | null;
  };
  readonly log: readonly LogEntry[];
  readonly schemes: readonly SchemeAnswer[];
  readonly regionNames: Readonly<Record<string, string>>;
} & HistoryData;

type FileProps = {
  readonly loan: LoanData;
  readonly back: string;
  readonly mayReverse?: boolean;
  readonly children?: ReactNode;
};

/** A loan in service: what is to be paid next, arrears, terms, schedule, history, events, schemes. */
export function LoanFile({ loan, back, mayReverse = false, children }: FileProps) {
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
      <Figures loan={loan} />
      <Terms loan={loan} back={back} />
      {children}
      <LoanSchedule
        instalments={loan.instalments}
        principalFen={loan.principalFen}
        disbursedOn={loan.disbursedOn}
      />
      <LoanHistory balances={loan.balances} dpdHistory={loan.dpdHistory} classes={loan.classes} />
      <EventLog entries={loan.log} base={back} mayReverse={mayReverse} />
      <LoanSchemes schemes={loan.schemes} regionNames={loan.regionNames} />
    </div>
  );
}

/** What is to be paid next comes first. */
function Figures({ loan }: { loan: LoanData }) {
  const t = useText(loanText);
  const ts = useText(servicingText);
  const { nextPayment } = loan;
  return (
    <FigureRow>
      {nextPayment ? (
        <Figure
          label={ts('servicing.next')}
          value={<Money fen={nextPayment.fen} />}
          note={ts('servicing.next-about', nextPayment.on)}
        />
      ) : null}
      <Figure label={t('loan.balance')} value={<Money fen={loan.balanceFen} />} />
      {loan.writtenOffFen === '0' ? null : (
        <Figure label={ts('servicing.written-off')} value={<Money fen={loan.writtenOffFen} />} />
      )}
      <Figure label={t('loan.rate')} value={<Rate ppm={loan.ratePpm} />} />
      <Figure label={t('loan.maturity')} value={<DayText day={loan.maturityOn} />} />
    </FigureRow>
  );
}

function Terms({ loan, back }: { loan: LoanData; back: string }) {
  const t = useText(loanText);
  const ts = useText(servicingText);
  const locale = useLocale();
  const method = repaymentMethods.find((m) => m === loan.method);
  const dayCount = dayCounts.find((d) => d === loan.dayCount);
  const due = useText(loanDueText);
  const { before, after } = loan.family;
  const spread = loan.floating?.spreadPpm ?? 0;
  const spreadText = `${spread < 0 ? '−' : '+'} ${showPpm(Math.abs(spread), locale, 2)}`;
  const contract = (of: { id: string; contractNo: string }) => (
    <TextLink to={`${back}/${of.id}`}>{of.contractNo}</TextLink>
  );
  return (
    <Card title={t('loan.terms')}>
      <DefinitionList
        layout="grid"
        items={[
          { term: t('loan.principal'), value: <Money fen={loan.principalFen} /> },
          ...(loan.undrawnFen === '0'
            ? []
            : [{ term: ts('servicing.undrawn'), value: <Money fen={loan.undrawnFen} /> }]),
          { term: t('loan.method'), value: method ? t(`loan.method.${method}`) : '—' },
          { term: t('loan.term'), value: t('loan.months', loan.termMonths) },
          { term: t('loan.day-count'), value: dayCount ? t(`loan.day-count.${dayCount}`) : '—' },
          { term: due('due.title'), value: <DueTermsText {...loan} /> },
          {
            term: ts('servicing.rate-kind'),
            value: loan.floating
              ? ts('servicing.floating', loan.floating.tenor, spreadText, loan.floating.months)
              : ts('servicing.fixed'),
          },
          { term: ts('servicing.accrued'), value: <Money fen={loan.accruedFen} /> },
          { term: t('loan.contract-on'), value: <DayText day={loan.contractOn} /> },
          { term: t('loan.disbursed-on'), value: <DayText day={loan.disbursedOn} /> },
          ...(before ? [{ term: ts('servicing.renews'), value: contract(before) }] : []),
          ...(after ? [{ term: ts('servicing.renewed-by'), value: contract(after) }] : []),
        ]}
      />
    </Card>
  );
}

/** The day on which instalments are due, and what becomes of one that is no working day. */
function DueTermsText({ dueDay, dueHoliday }: Pick<LoanData, 'dueDay' | 'dueHoliday'>) {
  const t = useText(loanDueText);
  const rule = holidayRules.find((each) => each === dueHoliday);
  if (!dueDay && !rule) return t('due.plain');
  const on = dueDay ? t('due.day-of-month', dueDay) : t('due.day-of-drawdown');
  return `${on} · ${t('due.holiday')}: ${t(rule ? `due.holiday.${rule}` : 'due.holiday.none')}`;
}
