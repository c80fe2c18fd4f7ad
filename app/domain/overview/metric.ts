import type { Role } from '~/domain/institution/role.ts';

/** What a figure counts in. */
export type MetricUnit =
  | 'firms'
  | 'loans'
  | 'fen'
  | 'alerts'
  | 'institutions'
  | 'products'
  | 'batches'
  | 'rows';

export type Metric = {
  readonly code: string;
  /** Counted up by one whenever definition or formula changes; the words are in `app/text/metric.ts`. */
  readonly version: number;
  readonly unit: MetricUnit;
  /** The tables of the store that it is worked out from. */
  readonly source: readonly string[];
  /** The desk that answers for it. */
  readonly owner: Role;
  /** The page that lists the records behind it, and who may open it; null where they may not be listed one by one. */
  readonly opens: { readonly to: string; readonly roles: readonly Role[] } | null;
};

const risk = ['risk-operator'] as const;
const data = ['data-operator'] as const;
const admitting = ['data-operator', 'risk-operator', 'system-admin', 'security-admin'] as const;
const counting = ['data-operator', 'risk-operator'] as const;

const funnelSource = [
  'enterprise',
  'user_account',
  'consent',
  'score_sheet',
  'need',
  'application',
  'offer',
  'loan',
];
const step = <N extends string>(name: N) =>
  ({
    code: `funnel.${name}` as const,
    version: 1,
    unit: 'firms',
    source: name === 'healthy' ? [...funnelSource, 'alert', 'loan_class'] : funnelSource,
    owner: 'risk-operator',
    opens: { to: `/operator/funnel?step=${name}`, roles: counting },
  }) as const;

const funded = <N extends string>(name: N, unit: MetricUnit, query: string) =>
  ({
    code: `funded.${name}` as const,
    version: 1,
    unit,
    source: ['loan', 'loan_balance', 'alert'],
    owner: 'risk-operator',
    opens: { to: `/operator/funded${query}`, roles: risk },
  }) as const;

/** Every figure of the desks, defined once (O1): a tile names its entry, so that none is shown without one. */
export const metrics = [
  step('registered'),
  step('consented'),
  step('scored'),
  step('needing'),
  step('applied'),
  step('offered'),
  step('disbursed'),
  step('healthy'),
  {
    code: 'province.firms',
    version: 1,
    unit: 'firms',
    source: ['enterprise'],
    owner: 'data-operator',
    opens: null,
  },
  {
    code: 'province.banks',
    version: 1,
    unit: 'institutions',
    source: ['institution', 'product'],
    owner: 'security-admin',
    opens: null,
  },
  {
    code: 'province.products',
    version: 1,
    unit: 'products',
    source: ['product'],
    owner: 'risk-operator',
    opens: null,
  },
  {
    code: 'province.loans',
    version: 1,
    unit: 'loans',
    source: ['loan'],
    owner: 'risk-operator',
    opens: null,
  },
  { code: 'province.lent', version: 1, unit: 'fen', source: ['loan'], owner: 'risk-operator', opens: null },
  funded('firms', 'firms', ''),
  funded('balance', 'fen', ''),
  funded('red', 'loans', '?severity=red'),
  funded('orange', 'loans', '?severity=orange'),
  funded('yellow', 'loans', '?severity=yellow'),
  { ...funded('by-region', 'loans', ''), source: ['loan', 'enterprise', 'region'] },
  { ...funded('by-industry', 'loans', ''), source: ['loan', 'enterprise', 'region', 'industry'] },
  {
    code: 'alert.raised',
    version: 1,
    unit: 'alerts',
    source: ['alert'],
    owner: 'risk-operator',
    opens: { to: '/operator/alerts?state=all', roles: risk },
  },
  {
    code: 'alert.live',
    version: 1,
    unit: 'alerts',
    source: ['alert'],
    owner: 'risk-operator',
    opens: { to: '/operator/alerts?state=live', roles: risk },
  },
  {
    code: 'alert.overdue',
    version: 1,
    unit: 'alerts',
    source: ['alert'],
    owner: 'risk-operator',
    opens: { to: '/operator/alerts?state=overdue', roles: risk },
  },
  {
    code: 'record.batches',
    version: 1,
    unit: 'batches',
    source: ['record_batch'],
    owner: 'data-operator',
    opens: { to: '/operator/batches', roles: data },
  },
  {
    code: 'record.quarantined',
    version: 1,
    unit: 'rows',
    source: ['quarantine_row'],
    owner: 'data-operator',
    opens: { to: '/operator/batches?waiting=yes', roles: data },
  },
  {
    code: 'institution.expiring',
    version: 1,
    unit: 'institutions',
    source: ['institution'],
    owner: 'security-admin',
    opens: { to: '/operator/institutions?standing=ending-soon', roles: admitting },
  },
  {
    code: 'institution.applied',
    version: 1,
    unit: 'institutions',
    source: ['institution'],
    owner: 'security-admin',
    opens: { to: '/operator/institutions?standing=not-admitted', roles: admitting },
  },
] as const satisfies readonly Metric[];

export type MetricCode = (typeof metrics)[number]['code'];

/** The entry of a figure. */
export const metricOf = (code: MetricCode): Metric =>
  metrics.find((metric) => metric.code === code) as Metric;

/** Where a reader may look at the records behind a figure; null where they may not. */
export function recordsOf(code: MetricCode, role: Role): string | null {
  const { opens } = metricOf(code);
  return opens?.roles.includes(role) ? opens.to : null;
}
