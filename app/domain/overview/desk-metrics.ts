import { roles } from '~/domain/institution/role.ts';
import type { Metric, MetricUnit } from '~/domain/overview/metric-shape.ts';

const risk = ['risk-operator'] as const;
const counting = ['data-operator', 'risk-operator'] as const;
const funnelReaders = [...counting, 'regulator'] as const;
const bank = ['officer', 'reviewer', 'institution-admin'] as const;
const firm = ['owner', 'clerk'] as const;

const province = <N extends string>(
  name: N,
  unit: MetricUnit,
  source: readonly string[],
  opens: Metric['opens'],
  version = 1,
) =>
  ({
    code: `province.${name}` as const,
    version,
    unit,
    source,
    owner: 'risk-operator',
    shownTo: [...funnelReaders, 'visitor'],
    opens,
    closed: 'statistics',
  }) as const;

const everyone = [...roles, 'visitor'] as const;
/** Counts of the province, on the public home and the funnel. */
export const provinceMetrics = [
  province('firms', 'firms', ['enterprise'], [{ to: '/operator/funnel?step=registered', roles: counting }]),
  province(
    'banks',
    'institutions',
    ['institution', 'product'],
    [{ to: '/operator/institutions', roles: counting }],
  ),
  province('products', 'products', ['product'], [{ to: '/products', roles: everyone }]),
  province(
    'loans',
    'loans',
    ['loan'],
    [{ to: '/operator/quality?part=loans&end=any&from=2000-01-01', roles: risk }],
    2,
  ),
  province(
    'lent',
    'fen',
    ['loan'],
    [{ to: '/operator/quality?part=loans&end=any&from=2000-01-01', roles: risk }],
    2,
  ),
] as const;

const quality = <N extends string>(name: N, unit: MetricUnit, query: string, version = 1) =>
  ({
    code: `quality.${name}` as const,
    version,
    unit,
    source: ['loan', 'repayment', 'loan_event', 'loan_class', 'alert'],
    owner: 'risk-operator',
    shownTo: [...bank, ...risk, 'regulator'],
    opens: [
      { to: `/bank/quality?part=${query}`, roles: bank },
      { to: `/operator/quality?part=${query}`, roles: risk },
    ],
    closed: 'statistics',
  }) as const;

/** The quality of a portfolio. */
export const qualityMetrics = [
  quality('npl', 'ppm', 'loans&end=non-performing'),
  quality('npl-balance', 'fen', 'loans&end=non-performing'),
  quality('total', 'fen', 'loans&end=live'),
  quality('special', 'ppm', 'loans&end=special-mention'),
  quality('overdue90', 'ppm', 'loans&over=90'),
  quality('watch', 'loans', 'loans&periods=1'),
  quality('migration', 'ppm', 'migration', 2),
  quality('vintage', 'ppm', 'vintage', 2),
  quality('lead', 'days', 'lead', 2),
] as const;

const month = <N extends string>(name: N, unit: MetricUnit) =>
  ({
    code: `month.${name}` as const,
    version: 1,
    unit,
    source: ['loan', 'repayment'],
    owner: 'risk-operator',
    shownTo: [...bank, ...risk],
    opens: [
      { to: '/bank/month', roles: bank },
      { to: '/operator/loans', roles: risk },
    ],
  }) as const;

/** Sums of the month’s list of loans. */
export const monthMetrics = [
  month('loans', 'loans'),
  month('balance', 'fen'),
  month('principal', 'fen'),
  month('interest', 'fen'),
] as const;

const own = <N extends string>(name: N, unit: MetricUnit, source: string, to: string) =>
  ({
    code: `own.${name}` as const,
    version: 1,
    unit,
    source: [source],
    owner: 'data-operator',
    shownTo: firm,
    opens: [{ to, roles: firm }],
  }) as const;

/** What a firm sees of itself. */
export const ownMetrics = [
  own('score', 'points', 'score_sheet', '/my/score'),
  own('consents', 'cases', 'consent', '/my/consents'),
  own('applications', 'cases', 'application', '/my/applications'),
  own('balance', 'fen', 'loan_balance', '/my/loans'),
  own('alerts', 'alerts', 'alert', '/my/alerts'),
  own('reads', 'reads', 'audit_entry', '/my/data/readers'),
] as const;

const cultivation = <N extends string>(name: N) =>
  ({
    code: `cultivation.${name}` as const,
    version: 1,
    unit: 'firms',
    source: ['cultivation', 'cultivation_contact', 'loan'],
    owner: 'funds-operator',
    shownTo: ['funds-operator'],
    opens: [],
    closed: 'statistics',
  }) as const;

/** Firms that want their first loan. */
export const cultivationMetrics = [
  cultivation('joined'),
  cultivation('waiting'),
  cultivation('contacted'),
  cultivation('borrowed'),
  cultivation('graduated'),
] as const;
