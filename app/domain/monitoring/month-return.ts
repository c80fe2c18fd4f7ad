import { z } from 'zod';
import { addWorkingDays, isWorkingDay } from '~/domain/institution/working-days.ts';
import { addDays, addMonths, type Day, day } from '~/domain/kernel/day.ts';
import { smallestShown } from '~/domain/kernel/small-numbers.ts';
import { tiers } from '~/domain/loan/five-tier.ts';
import { verdicts } from '~/domain/monitoring/case.ts';

/** By which day of the next month a return is filed, and what holds where that is no working day (policy `monitoring-return`). */
export const returnRuleSchema = z.object({
  dayOfMonth: z.number().int().min(1).max(28),
  onHoliday: z.enum(['next-working-day', 'same-day']),
});
export type ReturnRule = z.output<typeof returnRuleSchema>;

/** The first and the last day of a month `YYYY-MM`. */
export function spanOfMonth(month: string): { readonly from: Day; readonly through: Day } {
  const from = day(`${month}-01`);
  return { from, through: addDays(addMonths(from, 1), -1) };
}

/** The day by which the return of a month is filed: in the month after it, by the State Council's calendar. */
export function returnDueOn(month: string, rule: ReturnRule): Day {
  const named = addDays(addMonths(day(`${month}-01`), 1), rule.dayOfMonth - 1);
  return rule.onHoliday === 'same-day' || isWorkingDay(named) ? named : addWorkingDays(named, 1);
}

export type ReturnStatus = 'due' | 'late' | 'filed' | 'filed-late';

/** Where a return stands on a day; what counts is when its first version was filed. */
export function returnStatus(dueOn: Day, firstFiledOn: Day | null, today: Day): ReturnStatus {
  if (firstFiledOn) return firstFiledOn <= dueOn ? 'filed' : 'filed-late';
  return today <= dueOn ? 'due' : 'late';
}

const count = z.number().int().nonnegative();
const counts = <const K extends readonly [string, ...string[]]>(keys: K) =>
  z.object(Object.fromEntries(keys.map((key) => [key, count])) as { [N in K[number]]: typeof count });

const figures = z.object({
  firms: count,
  loans: count,
  /** Principal still out on the last day, in fen. */
  balanceFen: z.string().regex(/^-?\d+$/),
  tiers: counts(tiers as unknown as readonly [(typeof tiers)[number], ...(typeof tiers)[number][]]),
  raised: counts(['yellow', 'orange', 'red']),
  /** Cases that were live at the end, and of these such whose firm had not answered by its deadline. */
  live: count,
  overdueAnswers: count,
  closed: counts(verdicts),
  followUps: count,
  /** Measures that creditor committees adopted. */
  adopted: count,
  /** Measures that lenders took in their cases; left out where there are none, as in versions filed before they were counted. */
  measures: count.optional(),
});
export type ReturnFigures = z.output<typeof figures>;

/** A line of the return: a prefecture, or those together that have too few firms; its code is empty then. */
export const returnLine = figures.extend({ code: z.string(), name: z.string() });
export type ReturnLine = z.output<typeof returnLine>;

/** Groups of figures whose columns are apart from each other; the last two by signal, the others by line. */
export const behindGroups = [
  ...(['tiers', 'raised', 'live', 'closed', 'follow-ups', 'measures', 'adopted'] as const),
  ...(['signal-raised', 'signal-closed'] as const),
] as const;
export type BehindGroup = (typeof behindGroups)[number];

/**
 * How many firms stand behind a figure: of a line or a signal, in a column of a group; `once` are those that stand in no later column
 * of the group.
 */
export const behindRow = z.object({
  code: z.string(),
  group: z.enum(behindGroups),
  column: z.string(),
  firms: count,
  once: count,
});
export type BehindRow = z.output<typeof behindRow>;

export const returnBody = z.object({
  month: z.string(),
  through: z.string(),
  lines: z.array(returnLine),
  total: figures,
  signals: z.array(z.object({ code: z.string(), raised: count, closed: count, right: count })),
  /** For readers of statistics; missing of returns that were made without it. */
  behind: z.array(behindRow).optional(),
});
export type ReturnBody = z.output<typeof returnBody>;

const none: ReturnFigures = {
  ...{ firms: 0, loans: 0, balanceFen: '0', live: 0, overdueAnswers: 0, followUps: 0, adopted: 0 },
  tiers: { normal: 0, 'special-mention': 0, substandard: 0, doubtful: 0, loss: 0 },
  raised: { yellow: 0, orange: 0, red: 0 },
  closed: { confirmed: 0, explained: 0, cured: 0, 'false-alarm': 0 },
};

const added = <T extends Record<string, number>>(a: T, b: T): T =>
  Object.fromEntries(Object.keys(a).map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)])) as T;

/** None are left out, so that the body of an earlier month stays what was filed. */
export const countedMeasures = (n: number) => (n > 0 ? { measures: n } : {});

/** Figures of several places together; no firm stands in two places. */
export const sumFigures = (all: readonly ReturnFigures[]): ReturnFigures =>
  all.reduce<ReturnFigures>(
    (sum, each) => ({
      firms: sum.firms + each.firms,
      loans: sum.loans + each.loans,
      balanceFen: (BigInt(sum.balanceFen) + BigInt(each.balanceFen)).toString(),
      tiers: added(sum.tiers, each.tiers),
      raised: added(sum.raised, each.raised),
      live: sum.live + each.live,
      overdueAnswers: sum.overdueAnswers + each.overdueAnswers,
      closed: added(sum.closed, each.closed),
      followUps: sum.followUps + each.followUps,
      adopted: sum.adopted + each.adopted,
      ...countedMeasures((sum.measures ?? 0) + (each.measures ?? 0)),
    }),
    none,
  );

/**
 * Places with fewer than five firms become one line together (domain.md row O2, edge case 19); where that line is still too small, the
 * smallest of the others joins it, so that nothing follows from the total. All other lines stay, in the order of their codes.
 */
export function mergeSmall(lines: readonly ReturnLine[], rest: string): ReturnLine[] {
  const bySize = lines.toSorted((a, b) => a.firms - b.firms || (a.code < b.code ? -1 : 1));
  let taken = bySize.filter(({ firms }) => firms < smallestShown).length;
  if (taken === 0) return lines.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  while (taken < bySize.length && sumFigures(bySize.slice(0, taken)).firms < smallestShown) taken += 1;
  const merged = { code: '', name: rest, ...sumFigures(bySize.slice(0, taken)) };
  return [...bySize.slice(taken).toSorted((a, b) => (a.code < b.code ? -1 : 1)), merged];
}
