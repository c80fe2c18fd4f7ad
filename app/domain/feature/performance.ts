import type { FeatureDefinition } from './definition.ts';

const shared = {
  dimension: 'performance',
  aggregate: { kind: 'count' },
  unit: 'count',
  absence: 'zero',
} as const;
const sumFen = { aggregate: { kind: 'sum-fen' }, unit: 'fen' } as const;
const monthsWith = { aggregate: { kind: 'months-with' }, unit: 'month', absence: 'missing' } as const;

/** 履约践诺: judgments performed, tax, wages, social insurance, provident fund, utilities, loans (domain.md §2.5). */
export const performanceFeatures: readonly FeatureDefinition[] = [
  { ...shared, code: 'dishonest-debtor-in-force', items: ['court.dishonesty'], state: 'in-force' },
  { ...shared, code: 'debt-evasion-in-force', items: ['finance.debt-evasion'], state: 'in-force' },
  { ...shared, code: 'enforcement-in-force', items: ['court.enforcement'], state: 'in-force' },
  {
    ...shared,
    ...sumFen,
    code: 'enforcement-amount-in-force',
    items: ['court.enforcement'],
    state: 'in-force',
  },
  { ...shared, code: 'tax-arrears-in-force', items: ['tax.arrears'], state: 'in-force' },
  { ...shared, ...sumFen, code: 'tax-arrears-amount-in-force', items: ['tax.arrears'], state: 'in-force' },
  { ...shared, code: 'tax-abnormal-in-force', items: ['tax.abnormal-taxpayer'], state: 'in-force' },
  { ...shared, code: 'wage-arrears-in-force', items: ['labour.wage-arrears'], state: 'in-force' },
  { ...shared, code: 'promise-broken-36m', items: ['rating.promise'], categories: ['broken'], months: 36 },
  {
    ...shared,
    code: 'tax-late-filing-12m',
    items: ['tax.late-filing'],
    months: 12,
    absence: { seen: ['tax.payment'] },
  },
  { ...shared, ...monthsWith, code: 'social-months-12m', items: ['social.payment'], months: 12 },
  {
    ...shared,
    code: 'social-arrears-months-in-force',
    items: ['social.arrears'],
    state: 'in-force',
    aggregate: { kind: 'sum-quantity' },
    unit: 'month',
    absence: { seen: ['social.payment', 'social.coverage'] },
  },
  {
    ...shared,
    ...monthsWith,
    code: 'provident-months-12m',
    items: ['provident.employer-account'],
    months: 12,
  },
  {
    ...shared,
    ...sumFen,
    code: 'utility-arrears-in-force',
    items: ['utility.power-arrears', 'utility.gas-arrears', 'utility.water-arrears'],
    state: 'in-force',
    absence: { seen: ['utility.power-usage', 'utility.gas-usage', 'utility.water-usage'] },
  },
  {
    ...shared,
    code: 'loan-overdue-days-24m',
    items: ['finance.bank-credit'],
    categories: ['overdue'],
    months: 24,
    aggregate: { kind: 'largest-quantity' },
    unit: 'day',
    absence: { seen: ['finance.bank-credit'] },
  },
];
