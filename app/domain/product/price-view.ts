import { plus } from '~/domain/kernel/money.ts';
import type { Price } from '~/domain/product/price.ts';
import { planRows } from '~/domain/product/repayment-plan.ts';
import type { Instalment } from '~/domain/product/schedule.ts';

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

const paymentOf = (row: Instalment | undefined): string =>
  String(row ? plus(row.principal, row.interest) : 0);

/** The repayments of a price: how many, the first and the last, and rows for a chart. */
export const planView = ({ schedule }: Price) => ({
  count: schedule.length,
  firstFen: paymentOf(schedule[0]),
  lastFen: paymentOf(schedule.at(-1)),
  rows: planRows(schedule).map(({ principal, interest, ...row }) => ({
    ...row,
    principalFen: String(principal),
    interestFen: String(interest),
  })),
});
export type PlanView = ReturnType<typeof planView>;
