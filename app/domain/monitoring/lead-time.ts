import { addDays, type Day, daysBetween } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { type Ppm, ratioPpm } from '~/domain/kernel/rate.ts';

/** What a warning should come before: so many days past due, a class of non-performing, the loan written off. */
export const badOutcomes = [
  'overdue-30',
  'overdue-60',
  'overdue-90',
  'non-performing',
  'written-off',
] as const;
export type BadOutcome = (typeof badOutcomes)[number];

/** A loan with the first day of an outcome and the days on which it was warned of, by family of signals. */
export type WarnedLoan = {
  readonly enterpriseId: EnterpriseId;
  readonly outcome: BadOutcome;
  readonly on: Day;
  readonly alerts: readonly { readonly family: string; readonly on: Day }[];
};

/** Of loans with an outcome: how many were warned of before it, and by how many days, quartiles by nearest rank. */
export type Lead = {
  readonly loans: number;
  readonly warned: number;
  /** Firms behind the loans: small numbers are of firms. A firm with loans of both kinds counts in both. */
  readonly firms: {
    readonly all: number;
    readonly warned: number;
    readonly unwarned: number;
    /** Warned by other families only. */
    readonly byOthers: number;
  };
  readonly warnedPpm: Ppm;
  readonly days: null | { readonly lower: number; readonly median: number; readonly upper: number };
};

export type LeadTime = { readonly outcome: BadOutcome; readonly all: Lead } & {
  readonly families: readonly ({ readonly family: string } & Lead)[];
};

/** An alert longer ago than this warned of something else. */
export const lookBackDays = 365;

/** The value at so many quarters of a sorted list, by nearest rank. */
const quartile = (sorted: readonly number[], quarters: 1 | 2 | 3): number =>
  sorted[Math.ceil((sorted.length * quarters) / 4) - 1] ?? 0;

function leadOf(cases: readonly WarnedLoan[], heard: (family: string) => boolean): Lead {
  const [warned, unwarned, byAny] = [
    new Set<EnterpriseId>(),
    new Set<EnterpriseId>(),
    new Set<EnterpriseId>(),
  ];
  const days = cases.flatMap(({ enterpriseId, on, alerts }) => {
    const before = alerts.filter((alert) => alert.on < on && alert.on >= addDays(on, -lookBackDays));
    if (before.length > 0) byAny.add(enterpriseId);
    const first = before
      .filter((alert) => heard(alert.family))
      .map((alert) => alert.on)
      .sort()[0];
    (first ? warned : unwarned).add(enterpriseId);
    return first ? [daysBetween(first, on)] : [];
  });
  days.sort((a, b) => a - b);
  return {
    loans: cases.length,
    warned: days.length,
    firms: {
      ...{ all: new Set([...warned, ...unwarned]).size, warned: warned.size, unwarned: unwarned.size },
      byOthers: [...byAny].filter((firm) => !warned.has(firm)).length,
    },
    warnedPpm: ratioPpm(days.length, cases.length),
    days:
      days.length === 0
        ? null
        : { lower: quartile(days, 1), median: quartile(days, 2), upper: quartile(days, 3) },
  };
}

/**
 * How far ahead alerts were (预警提前量): days from the first alert on a loan within a year before an outcome to the outcome, over
 * all signals and by family. An alert of the very day warned of nothing.
 */
export function leadTimesOf(cases: readonly WarnedLoan[]): LeadTime[] {
  return badOutcomes.map((outcome) => {
    const own = cases.filter((each) => each.outcome === outcome);
    const families = [...new Set(own.flatMap(({ alerts }) => alerts.map(({ family }) => family)))].sort();
    return {
      outcome,
      all: leadOf(own, () => true),
      families: families
        .map((family) => ({ family, ...leadOf(own, (heard) => heard === family) }))
        .filter((each) => each.warned > 0)
        .sort((a, b) => b.warned - a.warned || (a.family < b.family ? -1 : 1)),
    };
  });
}
