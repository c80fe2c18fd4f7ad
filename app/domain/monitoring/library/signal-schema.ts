import { z } from 'zod';
import { parseDay } from '~/domain/kernel/day.ts';
import { inactiveReasons, type SignalBody, severities, signalFamilies } from '~/domain/monitoring/signal.ts';
import type { SignalExample } from '~/domain/monitoring/signal-example.ts';

/*
 * The shape of a signal as it is stored and edited: every threshold within its bounds, no field that no rule knows. Amounts in
 * fen, shares in ppm, ages in days or whole months.
 */

const severity = z.enum(['yellow', 'orange', 'red']);
const code = z.string().regex(/^[a-z0-9][a-z0-9.-]{1,59}$/, 'monitoring.code-form');
const months = z.int().min(0).max(120);
const days = z.int().min(1).max(1_825);
const share = z.int().min(1).max(10_000_000);
const fall = z.int().min(1).max(1_000_000);
const aDay = z.string().refine((text) => parseDay(text) !== null, 'form.day');

type Rung = { readonly severity: (typeof severities)[number] } & { readonly [threshold: string]: unknown };

const bySeverity = (ladder: readonly Rung[]): readonly Rung[] =>
  [...ladder].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));

/** Each severity once, and every threshold of a graver one higher: else the graver one would always or never be reached. */
const ladderOf = <S extends z.ZodRawShape>(thresholds: S) =>
  z
    .array(z.strictObject({ severity, ...thresholds }))
    .min(1, 'monitoring.ladder-empty')
    .refine(
      (ladder) => new Set((ladder as unknown as Rung[]).map((rung) => rung.severity)).size === ladder.length,
      'monitoring.severity-twice',
    )
    .refine((ladder) => {
      const rungs = bySeverity(ladder as unknown as Rung[]);
      return Object.keys(thresholds).every((name) => {
        const steps = rungs.flatMap((rung) => (rung[name] === null ? [] : [Number(rung[name])]));
        return steps.every((step, at) => at === 0 || step > (steps[at - 1] ?? 0));
      });
    }, 'monitoring.ladder-order');

const categories = z.array(z.string().trim().min(1).max(60)).min(1).nullable();

/** What of each kind of rule a person may change. */
const edited = {
  'days-past-due': { ladder: ladderOf({ dpd: z.int().min(1).max(3_650) }) },
  lasting: { categories, ladder: ladderOf({ months }) },
  events: { categories, windowDays: days, ladder: ladderOf({ count: z.int().min(1).max(10_000) }) },
  'losses-in-a-row': {
    maxAgeMonths: months,
    ladder: ladderOf({ months: z.int().min(1).max(120) }),
  },
  'fall-against-year-ago': { maxAgeMonths: months, ladder: ladderOf({ fallPpm: fall }) },
  'fall-against-mean': {
    maxAgeMonths: months,
    minMeanMonths: z.int().min(1).max(12),
    ladder: ladderOf({ fallPpm: fall }),
  },
  'against-net-assets': {
    categories,
    windowDays: days,
    ladder: ladderOf({
      count: z.int().min(1).max(10_000).nullable(),
      sharePpm: share.nullable(),
    }).refine(
      (ladder) => ladder.every((rung) => rung.count !== null || rung.sharePpm !== null),
      'monitoring.rung-empty',
    ),
  },
} as const;
export type RuleKind = keyof typeof edited;
export const ruleKinds = Object.keys(edited) as RuleKind[];

/** What no field of the editor says: the items that a rule looks at and how it reads them. */
const items = z.array(code).min(1);
const kept = {
  'days-past-due': {},
  lasting: { items, quantityIsMonths: z.boolean() },
  events: { items },
  'losses-in-a-row': { items, categories },
  'fall-against-year-ago': { items, categories },
  'fall-against-mean': { items, categories },
  'against-net-assets': { items, measure: z.enum(['amounts', 'losses']) },
} as const satisfies { readonly [K in RuleKind]: z.ZodRawShape };

const ruleOf = (kind: RuleKind) => z.strictObject({ kind: z.literal(kind), ...kept[kind], ...edited[kind] });

const deadline = z.int().min(1).max(60);
const deadlineWorkingDays = z
  .strictObject({ yellow: deadline, orange: deadline, red: deadline })
  .refine(({ yellow, orange, red }) => yellow >= orange && orange >= red, {
    message: 'monitoring.deadline-order',
    path: ['red'],
  });

type Switched = { readonly active: boolean; readonly because?: string | undefined; readonly rule?: unknown };

/** One that is on has a rule and no reason against it; one that is off says why. */
const switches = {
  active: z.boolean(),
  because: z.enum(inactiveReasons).optional(),
};
const saysWhy = ({ active, because }: Switched) => active || because !== undefined;
const why = { message: 'monitoring.because-missing', path: ['because'] };
const hasRule = ({ active, rule }: Switched) => !active || rule !== undefined;

/** What a person may change of a signal whose rule is of a kind; null where it has none. */
export const editedBody = (kind: RuleKind | null): z.ZodType<object> =>
  z
    .strictObject({
      deadlineWorkingDays,
      ...switches,
      ...(kind && { rule: z.strictObject(edited[kind]) }),
    })
    .refine(saysWhy, why) as unknown as z.ZodType<object>;

const wholeRule = z.union(ruleKinds.map(ruleOf) as unknown as [z.ZodType, z.ZodType]);

/** A whole body. */
export const signalBody = z
  .strictObject({
    family: z.enum(signalFamilies),
    planNos: z.array(z.int().min(1).max(23)),
    deadlineWorkingDays,
    ...switches,
    rule: wholeRule.optional(),
  })
  .refine(saysWhy, why)
  .refine(hasRule, {
    message: 'monitoring.rule-missing',
    path: ['active'],
  }) as unknown as z.ZodType<SignalBody>;

const shortFact = z.strictObject({
  item: code,
  on: aDay,
  ended: aDay.optional(),
  amountYuan: z.int().min(-1_000_000_000).max(1_000_000_000).optional(),
  quantity: z.int().min(0).max(1_000_000_000).optional(),
  category: z.string().trim().min(1).max(60).optional(),
  repeatMonths: z.int().min(1).max(60).optional(),
});

/** The worked examples of a signal. */
export const signalExamples = z
  .array(
    z.strictObject({
      zh: z.string().trim().min(2).max(120),
      en: z.string().trim().min(2).max(200),
      asOf: aDay,
      dpd: z.int().min(0).max(3_650).optional(),
      facts: z.array(shortFact).max(60),
      expect: severity.nullable(),
    }),
  )
  .max(40) as unknown as z.ZodType<SignalExample[]>;
