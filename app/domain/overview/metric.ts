import {
  cultivationMetrics,
  monthMetrics,
  ownMetrics,
  provinceMetrics,
  qualityMetrics,
} from '~/domain/overview/desk-metrics.ts';
import type { Metric, MetricUnit, Viewer } from '~/domain/overview/metric-shape.ts';

const risk = ['risk-operator'] as const;
const data = ['data-operator'] as const;
const admitting = ['data-operator', 'risk-operator', 'system-admin', 'security-admin'] as const;
const counting = ['data-operator', 'risk-operator'] as const;
const desk = [...counting, 'funds-operator', 'system-admin', 'security-admin', 'audit-admin'] as const;
const funnelReaders = [...counting, 'regulator'] as const;

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
    shownTo: funnelReaders,
    opens: [{ to: `/operator/funnel?step=${name}`, roles: counting }],
    closed: 'statistics',
  }) as const;

const funded = <N extends string>(name: N, unit: MetricUnit, query: string) =>
  ({
    code: `funded.${name}` as const,
    version: 1,
    unit,
    source: ['loan', 'loan_balance', 'alert'],
    owner: 'risk-operator',
    shownTo: risk,
    opens: [{ to: `/operator/funded${query}`, roles: risk }],
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
  ...provinceMetrics,
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
    shownTo: desk,
    opens: [{ to: '/operator/alerts?state=all', roles: risk }],
    closed: 'register',
  },
  {
    code: 'alert.live',
    version: 1,
    unit: 'alerts',
    source: ['alert'],
    owner: 'risk-operator',
    shownTo: desk,
    opens: [{ to: '/operator/alerts?state=live', roles: risk }],
    closed: 'register',
  },
  {
    code: 'alert.overdue',
    version: 1,
    unit: 'alerts',
    source: ['alert'],
    owner: 'risk-operator',
    shownTo: desk,
    opens: [{ to: '/operator/alerts?state=overdue', roles: risk }],
    closed: 'register',
  },
  {
    code: 'record.batches',
    version: 1,
    unit: 'batches',
    source: ['record_batch'],
    owner: 'data-operator',
    shownTo: desk,
    opens: [{ to: '/operator/batches', roles: data }],
    closed: 'register',
  },
  {
    code: 'record.quarantined',
    version: 1,
    unit: 'rows',
    source: ['quarantine_row'],
    owner: 'data-operator',
    shownTo: desk,
    opens: [{ to: '/operator/batches?waiting=yes', roles: data }],
    closed: 'register',
  },
  {
    code: 'institution.expiring',
    version: 1,
    unit: 'institutions',
    source: ['institution'],
    owner: 'security-admin',
    shownTo: desk,
    opens: [{ to: '/operator/institutions?standing=ending-soon', roles: admitting }],
    closed: 'register',
  },
  {
    code: 'institution.applied',
    version: 1,
    unit: 'institutions',
    source: ['institution'],
    owner: 'security-admin',
    shownTo: desk,
    opens: [{ to: '/operator/institutions?standing=not-admitted', roles: admitting }],
    closed: 'register',
  },
  ...qualityMetrics,
  ...monthMetrics,
  ...ownMetrics,
  ...cultivationMetrics,
] as const satisfies readonly Metric[];

export type MetricCode = (typeof metrics)[number]['code'];

/** The entry of a figure. */
export const metricOf = (code: MetricCode): Metric =>
  metrics.find((metric) => metric.code === code) as Metric;

/** Where a reader may look at the records behind a figure; null where they may not. */
export function recordsOf(code: MetricCode, viewer: Viewer): string | null {
  const page = metricOf(code).opens.find(({ roles }) => roles.includes(viewer));
  return page?.to ?? null;
}
