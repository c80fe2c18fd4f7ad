import type { Price } from '~/domain/product/price.ts';
import { planRows } from '~/domain/product/repayment-plan.ts';

/** A price as a page reads it: fen as digits, rates in ppm. */
export const priceView = ({ rate, isFrom, method, cost, apr, schemes }: Price) => ({
  rate,
  isFrom,
  method,
  apr,
  schemes,
  interestFen: String(cost.interest),
  feeFen: String(cost.fee),
  guaranteeFeeFen: String(cost.guaranteeFee),
  subsidyFen: String(cost.subsidy),
  netFen: String(cost.net),
});
export type PriceView = ReturnType<typeof priceView>;

/** The repayments of a price as rows of a chart. */
export const planView = ({ schedule }: Price) =>
  planRows(schedule).map(({ principal, interest, ...row }) => ({
    ...row,
    principalFen: String(principal),
    interestFen: String(interest),
  }));
export type PlanView = ReturnType<typeof planView>;
