import type { FeatureDefinition } from './definition.ts';

const shared = {
  dimension: 'surroundings',
  aggregate: { kind: 'count' },
  unit: 'count',
  absence: 'zero',
} as const;
/** A source that does not name the side may mean the defendant; the plaintiff's and third parties' cases do not count. */
const sued = ['defendant', 'unknown'] as const;

/** 关联与环境: cases as defendant, changes, pledges, guarantees, seizures, environment, media (domain.md §2.5). */
export const surroundingsFeatures: readonly FeatureDefinition[] = [
  { ...shared, code: 'judgments-sued-24m', items: ['court.judgment'], categories: sued, months: 24 },
  { ...shared, code: 'hearings-sued-12m', items: ['court.hearing'], categories: sued, months: 12 },
  {
    ...shared,
    code: 'claims-sued-24m',
    items: ['court.judgment'],
    categories: sued,
    months: 24,
    aggregate: { kind: 'sum-fen' },
    unit: 'fen',
  },
  { ...shared, code: 'equity-pledges-in-force', items: ['registration.equity-pledge'], state: 'in-force' },
  {
    ...shared,
    code: 'control-changes-12m',
    items: ['registration.change'],
    categories: ['legal-representative', 'shareholder'],
    months: 12,
  },
  {
    ...shared,
    code: 'environment-grade',
    items: ['environment.credit-rating'],
    months: 24,
    aggregate: { kind: 'latest-level', levels: { black: 0, red: 1, yellow: 2, blue: 3, green: 4 } },
    unit: 'level',
    absence: 'missing',
  },
  {
    ...shared,
    code: 'public-credit-grade',
    items: ['rating.public-credit'],
    months: 24,
    aggregate: {
      kind: 'latest-level',
      levels: { D: 0, C: 1, 'B-': 2, B: 3, 'A-': 4, A: 5, 'A+': 6 },
    },
    unit: 'level',
    absence: 'missing',
  },
  {
    ...shared,
    code: 'bad-press-12m',
    items: ['media.report'],
    categories: ['negative', 'abnormal-operation'],
    months: 12,
  },
  { ...shared, code: 'investments-in-force', items: ['business.investment'], state: 'in-force' },
  { ...shared, code: 'guarantee-default-in-force', items: ['finance.guarantee-default'], state: 'in-force' },
  {
    ...shared,
    code: 'guarantees-given-in-force',
    items: ['registration.external-guarantee'],
    state: 'in-force',
    aggregate: { kind: 'sum-fen' },
    unit: 'fen',
  },
  {
    ...shared,
    code: 'guarantee-circle-firms',
    items: ['relation.guarantee-circle'],
    aggregate: { kind: 'latest-quantity' },
    absence: 'missing',
  },
  {
    ...shared,
    code: 'common-control-firms',
    items: ['relation.common-control'],
    aggregate: { kind: 'latest-quantity' },
    absence: 'missing',
  },
  { ...shared, code: 'seizures-in-force', items: ['property.seizure'], state: 'in-force' },
  { ...shared, code: 'account-freezes-in-force', items: ['court.account-freeze'], state: 'in-force' },
  {
    ...shared,
    code: 'property-value',
    items: ['property.registration'],
    state: 'in-force',
    aggregate: { kind: 'sum-fen' },
    unit: 'fen',
  },
];
