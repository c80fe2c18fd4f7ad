import type { FeatureDefinition } from './definition.ts';

const count = { kind: 'count' } as const;
const shared = { dimension: 'compliance', aggregate: count, unit: 'count', absence: 'zero' } as const;

/** 遵纪守法: penalties by class and age, lists, late reports (domain.md §2.5; classes of penalty §2.3). */
export const complianceFeatures: readonly FeatureDefinition[] = [
  {
    ...shared,
    code: 'penalty-serious-36m',
    items: ['penalty.decision'],
    categories: ['serious'],
    months: 36,
  },
  {
    ...shared,
    code: 'penalty-general-24m',
    items: ['penalty.decision'],
    categories: ['general', 'unknown'],
    months: 24,
  },
  { ...shared, code: 'penalty-minor-12m', items: ['penalty.decision'], categories: ['minor'], months: 12 },
  {
    ...shared,
    code: 'penalty-amount-36m',
    items: ['penalty.decision'],
    months: 36,
    aggregate: { kind: 'sum-fen' },
    unit: 'fen',
  },
  { ...shared, code: 'serious-list-in-force', items: ['list.serious-dishonesty'], state: 'in-force' },
  { ...shared, code: 'abnormal-list-in-force', items: ['list.abnormal-operation'], state: 'in-force' },
  {
    ...shared,
    code: 'abnormal-list-left-24m',
    items: ['list.abnormal-operation'],
    state: 'ended',
    months: 24,
  },
  { ...shared, code: 'tax-major-violation-in-force', items: ['tax.major-violation'], state: 'in-force' },
  {
    ...shared,
    code: 'product-check-failed-24m',
    items: ['business.product-check'],
    categories: ['failed'],
    months: 24,
  },
  {
    ...shared,
    code: 'annual-report-late-36m',
    items: ['registration.annual-report'],
    categories: ['late'],
    months: 36,
    absence: { seen: ['registration.annual-report'] },
  },
  {
    ...shared,
    code: 'registration-standing',
    items: ['registration.profile'],
    state: 'in-force',
    aggregate: { kind: 'latest-level', levels: { revoked: 0, cancelled: 1, 'moved-out': 2, active: 3 } },
    unit: 'level',
    absence: 'missing',
  },
];
