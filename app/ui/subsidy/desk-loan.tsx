import { moneyText } from '~/text/money-statement.ts';
import { subsidyDeskText } from '~/text/subsidy.ts';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { MoneyStatements } from '~/ui/subsidy/money-statements.tsx';
import { Positions, type SubsidisedLoanProps } from '~/ui/subsidy/subsidised-loan.tsx';
import { useText } from '~/ui/text.ts';

/** One subsidised loan for the funds desk: what each scheme pays and why, and what is known beyond the platform. */
export function DeskLoan(loan: SubsidisedLoanProps) {
  const t = useText(moneyText);
  const desk = useText(subsidyDeskText);
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: desk('desk.title'), to: '/operator/subsidies' }]}
        title={t('money.desk-title', loan.contractNo)}
        lede={loan.firm}
      />
      <Positions positions={loan.positions} />
      <MoneyStatements {...loan} />
    </div>
  );
}
