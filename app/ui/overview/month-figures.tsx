import { MetricFigure } from '~/ui/overview/metric-figure.tsx';
import { FigureRow, Money } from '~/ui/parts/figures.tsx';

type Props = {
  readonly base: string;
  readonly month: string;
  readonly sums: {
    readonly loans: number;
    readonly balanceFen: string;
    readonly principalFen: string;
    readonly interestFen: string;
  };
};

/** The sums of a month's list of loans; each opens the list. */
export function MonthFigures({ base, month, sums }: Props) {
  const to = `${base}?month=${month}`;
  const money = (fen: string) => <Money fen={fen} style="short" />;
  return (
    <FigureRow>
      <MetricFigure code="month.loans" to={to} value={sums.loans} />
      <MetricFigure code="month.balance" to={to} value={money(sums.balanceFen)} />
      <MetricFigure code="month.principal" to={to} value={money(sums.principalFen)} />
      <MetricFigure code="month.interest" to={to} value={money(sums.interestFen)} />
    </FigureRow>
  );
}
