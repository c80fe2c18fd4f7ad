import { addDays, addMonths, type Day, daysBetween } from '~/domain/kernel/day.ts';
import { type Tier, tiers } from '~/domain/loan/five-tier.ts';
import type { Severity } from '~/domain/monitoring/case.ts';
import type { TestedAlert } from '~/domain/monitoring/library/backtest.ts';

/** What became of a loan: the days on which each thing began. */
export type Aftermath = {
  readonly overdue30: readonly Day[];
  readonly overdue90: readonly Day[];
  /** Days on which its class became worse. */
  readonly worse: readonly Day[];
  /** Days of alerts of this signal that an officer confirmed. */
  readonly confirmed: readonly Day[];
};

/** A class of a loan with its days past due, as of a day. */
export type PastClass = { readonly asOf: Day; readonly tier: Tier; readonly dpd: number };

/** A day on which a loan is so long past due tells the day on which it became so. */
const reached = (classes: readonly PastClass[], least: number): Day[] => [
  ...new Set(classes.flatMap(({ asOf, dpd }) => (dpd >= least ? [addDays(asOf, least - dpd)] : []))),
];

/** What became of a loan by its classes in the order of their days; before the first it was normal. */
export function aftermathOf(classes: readonly PastClass[], confirmed: readonly Day[]): Aftermath {
  const rank = (at: number) => tiers.indexOf(classes[at]?.tier ?? 'normal');
  const worse = classes.filter((_, at) => rank(at) > rank(at - 1));
  return {
    overdue30: reached(classes, 30),
    overdue90: reached(classes, 90),
    worse: worse.map(({ asOf }) => asOf),
    confirmed,
  };
}

/** Alerts of one month by severity. */
export type MonthCount = { readonly month: string } & { readonly [S in Severity]: number };

/**
 * How often a version was right. Only alerts whose months of grace are over count; `within` of them were followed by any of the
 * four. `leadDays`: the median from the alert to the first day 30 days past due, where it came; null where none did.
 */
export type Precision = {
  readonly ripe: number;
  readonly tooRecent: number;
  readonly overdue30: number;
  readonly overdue90: number;
  readonly worse: number;
  readonly confirmed: number;
  readonly within: number;
  readonly leadDays: number | null;
};

export type VersionFigures = {
  readonly alerts: number;
  readonly firms: number;
  readonly months: readonly MonthCount[];
  readonly precision: Precision;
};

/** The months from the first day to the last, `2026-11`. */
export function monthsOf(from: Day, to: Day): string[] {
  const months: string[] = [];
  for (let on = `${from.slice(0, 7)}-01` as Day; on <= to; on = addMonths(on, 1)) months.push(on.slice(0, 7));
  return months;
}

const countMonths = (alerts: readonly TestedAlert[], months: readonly string[]): MonthCount[] =>
  months.map((month) => {
    const own = alerts.filter(({ on }) => on.startsWith(month));
    const of = (severity: Severity) => own.filter((alert) => alert.severity === severity).length;
    return { month, yellow: of('yellow'), orange: of('orange'), red: of('red') };
  });

const median = (values: readonly number[]): number | null =>
  values.length === 0 ? null : ([...values].sort((a, b) => a - b)[Math.ceil(values.length / 2) - 1] ?? null);

type Asked = {
  readonly from: Day;
  readonly to: Day;
  readonly today: Day;
  /** How many months after an alert what follows still counts for it. */
  readonly graceMonths: number;
};

export type AftermathOf = (loanId: string, enterpriseId: string) => Aftermath;

function precisionOf(
  alerts: readonly TestedAlert[],
  after: AftermathOf,
  { today, graceMonths }: Asked,
): Precision {
  const ripe = alerts.filter(({ on }) => addMonths(on, graceMonths) <= today);
  const leads: number[] = [];
  const counts = { overdue30: 0, overdue90: 0, worse: 0, confirmed: 0, within: 0 };
  for (const { loanId, enterpriseId, on } of ripe) {
    const end = addMonths(on, graceMonths);
    const fate = after(loanId, enterpriseId);
    const followed = (days: readonly Day[]) => days.some((day) => day > on && day <= end);
    const met = {
      overdue30: followed(fate.overdue30),
      overdue90: followed(fate.overdue90),
      worse: followed(fate.worse),
      confirmed: fate.confirmed.some((day) => day >= on && day <= end),
    };
    for (const name of ['overdue30', 'overdue90', 'worse', 'confirmed'] as const)
      if (met[name]) counts[name] += 1;
    if (Object.values(met).some(Boolean)) counts.within += 1;
    const first = fate.overdue30.filter((day) => day > on && day <= end).sort()[0];
    if (first) leads.push(daysBetween(on, first));
  }
  return { ripe: ripe.length, tooRecent: alerts.length - ripe.length, ...counts, leadDays: median(leads) };
}

/** What a version would have done within some days, and how often it was right. */
export const figuresOf = (
  alerts: readonly TestedAlert[],
  after: AftermathOf,
  asked: Asked,
): VersionFigures => ({
  alerts: alerts.length,
  firms: new Set(alerts.map(({ enterpriseId }) => enterpriseId)).size,
  months: countMonths(alerts, monthsOf(asked.from, asked.to)),
  precision: precisionOf(alerts, after, asked),
});

/** `new`: only the tested version warns; `gone`: only the one it is held against; `both`: either does. */
export const changes = ['new', 'gone', 'both'] as const;
export type Change = (typeof changes)[number];

export type ChangedLoan = {
  readonly loanId: string;
  readonly enterpriseId: string;
  readonly change: Change;
  /** The first alert of either version, and the gravest of each. */
  readonly firstOn: Day;
  readonly before: Severity | null;
  readonly after: Severity | null;
};

const order = ['yellow', 'orange', 'red'] as const;
const gravest = (alerts: readonly TestedAlert[]): Severity | null =>
  order.findLast((severity) => alerts.some((alert) => alert.severity === severity)) ?? null;

/** Which loans of which firms are warned of by one version, the other, or both. */
export function changedLoans(before: readonly TestedAlert[], after: readonly TestedAlert[]): ChangedLoan[] {
  const keys = new Map<string, { before: TestedAlert[]; after: TestedAlert[] }>();
  const own = (alert: TestedAlert) => {
    const key = `${alert.loanId} ${alert.enterpriseId}`;
    const found = keys.get(key) ?? { before: [], after: [] };
    keys.set(key, found);
    return found;
  };
  for (const alert of before) own(alert).before.push(alert);
  for (const alert of after) own(alert).after.push(alert);
  return [...keys].map(([key, sides]) => {
    const [loanId = '', enterpriseId = ''] = key.split(' ');
    const [worstBefore, worstAfter] = [gravest(sides.before), gravest(sides.after)];
    const change = worstBefore === null ? 'new' : worstAfter === null ? 'gone' : 'both';
    const firstOn = [...sides.before, ...sides.after].map(({ on }) => on).sort()[0] as Day;
    return { loanId, enterpriseId, change, firstOn, before: worstBefore, after: worstAfter };
  });
}
