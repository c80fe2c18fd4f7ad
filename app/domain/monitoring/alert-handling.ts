import { z } from 'zod';

/** One rung: who hears of a case that its lender left alone for so many working hours: people who may open it. */
const afterWorkingHours = z.number().int().positive();
const rung = z.discriminatedUnion('house', [
  z.object({
    house: z.literal('lender'),
    afterWorkingHours,
    roles: z.array(z.enum(['officer', 'reviewer'])).min(1),
  }),
  z.object({
    house: z.literal('platform'),
    afterWorkingHours,
    roles: z.array(z.literal('risk-operator')).min(1),
  }),
]);
export type Rung = z.infer<typeof rung>;

const rises = (ladder: readonly Rung[]) =>
  ladder.every((r, at) => at === 0 || r.afterWorkingHours > (ladder[at - 1]?.afterWorkingHours ?? 0));

/** The loan's officer: who made the proposal that it came of. Least loaded: the officer of the bank with the fewest live cases. */
export const ownerRules = ['loan-officer', 'least-loaded'] as const;
export type OwnerRule = (typeof ownerRules)[number];

/** How alerts are handled: policy data of the kind `alert-handling`, in force on a day. */
export const alertHandling = z.object({
  /** A closed case is not raised again on the same facts at the same severity within this many days (H4). */
  dedupWindowDays: z.number().int().positive(),
  /** The hours of a working day, Asia/Shanghai. */
  workingHours: z
    .object({ from: z.number().int().min(0).max(23), to: z.number().int().min(1).max(24) })
    .refine(({ from, to }) => from < to),
  /** Who gets a new case: the first of these that names somebody (H3). Versions without it leave a case to nobody. */
  ownerRule: z.array(z.enum(ownerRules)).default([]),
  /** For how many days at most a case of a severity is put aside; one that is missing is never put aside. */
  snoozeMostDays: z
    .partialRecord(z.enum(['yellow', 'orange', 'red']), z.number().int().positive())
    .default({}),
  /** Within how many days of closing a second person may reverse a verdict without new evidence (H5). */
  reversalDays: z.number().int().nonnegative().default(0),
  /** The back-test that a version of a signal is published by (H2): how many days it covers, how many months ago it ends at most. */
  backTest: z
    .object({ leastDays: z.number().int().positive(), recentMonths: z.number().int().positive() })
    .optional(),
  /** The escalation ladder of each severity, the nearest rung first; a severity without one has none. */
  ladder: z.partialRecord(z.enum(['yellow', 'orange', 'red']), z.array(rung).min(1).refine(rises)),
});
export type BackTestGate = NonNullable<AlertHandling['backTest']>;
export type AlertHandling = z.infer<typeof alertHandling>;

/** The n-th rung of a severity's ladder, the first being 0; null above the top or where there is no ladder. */
export const rungAt = (
  handling: AlertHandling,
  severity: 'yellow' | 'orange' | 'red',
  n: number,
): Rung | null => handling.ladder[severity]?.[n] ?? null;
