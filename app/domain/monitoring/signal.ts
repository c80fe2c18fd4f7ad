import type { Day } from '~/domain/kernel/day.ts';
import type { FactId } from '~/domain/kernel/id.ts';
import type { Severity } from '~/domain/monitoring/case.ts';
import type { Fact } from '~/domain/record/fact.ts';

/** The eleven families of signals of the risk-monitoring group (domain.md §2.11). */
export const signalFamilies = [
  'media',
  'credit',
  'operation',
  'guarantee',
  'construction',
  'tax',
  'people',
  'litigation',
  'labour',
  'shadow-credit',
  'utilities',
] as const;
export type SignalFamily = (typeof signalFamilies)[number];

/** Which facts a rule looks at; categories null means all. */
type Looks = { readonly items: readonly string[]; readonly categories: readonly string[] | null };

type Rung<Threshold> = { readonly severity: Severity } & Threshold;

/** What raises a signal; of several rungs that are reached the most severe counts. Amounts in fen, shares in ppm. */
export type SignalRule =
  /** The watched loan itself is overdue. */
  | { readonly kind: 'days-past-due'; readonly ladder: readonly Rung<{ readonly dpd: number }>[] }
  /** Something still holds: arrears, a list entry. The age in whole months, or the quantity where it counts months. */
  | (Looks & {
      readonly kind: 'lasting';
      readonly quantityIsMonths: boolean;
      readonly ladder: readonly Rung<{ readonly months: number }>[];
    })
  /** Something happened so many times within the last days. */
  | (Looks & {
      readonly kind: 'events';
      readonly windowDays: number;
      readonly ladder: readonly Rung<{ readonly count: number }>[];
    })
  /** Monthly results below zero in a row up to the latest month that is known. */
  | (Looks & {
      readonly kind: 'losses-in-a-row';
      readonly maxAgeMonths: number;
      readonly ladder: readonly Rung<{ readonly months: number }>[];
    })
  /** Two complete quarters together against the same two a year before. */
  | (Looks & {
      readonly kind: 'fall-against-year-ago';
      readonly maxAgeMonths: number;
      readonly ladder: readonly Rung<{ readonly fallPpm: number }>[];
    })
  /** Each of the last two months against the mean of the twelve before them, item by item. */
  | (Looks & {
      readonly kind: 'fall-against-mean';
      readonly maxAgeMonths: number;
      readonly minMeanMonths: number;
      readonly ladder: readonly Rung<{ readonly fallPpm: number }>[];
    })
  /** So many claims within the last days, or claims (or losses) worth such a share of net assets. */
  | (Looks & {
      readonly kind: 'against-net-assets';
      readonly windowDays: number;
      readonly measure: 'amounts' | 'losses';
      readonly ladder: readonly Rung<{ readonly count: number | null; readonly sharePpm: number | null }>[];
    });

/** Why a signal is not evaluated; the first two are of signals that have no rule. */
export const inactiveReasons = [
  'no-source-item',
  'unproven-leads-stay-out',
  'too-often-wrong',
  'replaced',
  'under-review',
] as const;
export type InactiveReason = (typeof inactiveReasons)[number];

export type SignalBody = {
  readonly family: SignalFamily;
  /** Numbers of the signals in the plan that it stands for; empty when the product adds it. */
  readonly planNos: readonly number[];
  readonly deadlineWorkingDays: { readonly [S in Severity]: number };
} & (
  | { readonly active: true; readonly rule: SignalRule }
  /** One that was switched off keeps its rule, so that it can be switched on again. */
  | { readonly active: false; readonly because: InactiveReason; readonly rule?: SignalRule }
);

/** One effective-dated version of a signal. Its title, evidence and action are worded in `app/text/monitoring.ts`. */
export type Signal = { readonly code: string; readonly version: number; readonly body: SignalBody };

/** What of a fact bears on a signal. */
export type SignalFact = Pick<
  Fact,
  'id' | 'item' | 'occurredOn' | 'precision' | 'endedOn' | 'amount' | 'quantity' | 'category'
>;

/** The item whose net assets some signals weigh their sums against. */
export const netAssetsItem = 'registration.annual-figures';

/** The items that bear on a signal; none for one that is inactive or looks at the loan alone. */
export function itemsOfSignal({ body }: Signal): readonly string[] {
  if (!body.active || body.rule.kind === 'days-past-due') return [];
  const { rule } = body;
  return rule.kind === 'against-net-assets' ? [...rule.items, netAssetsItem] : rule.items;
}

/** Figures that the evidence sentence quotes: fen as digits, shares in ppm, counts, days. */
export type Figures = { readonly [name: string]: string | number };

export type Finding = {
  readonly severity: Severity;
  readonly factIds: readonly FactId[];
  readonly figures: Figures;
};

export type Hit = Finding & {
  readonly signal: string;
  readonly version: number;
  /** Hits with one key are one matter for the officer. */
  readonly groupKey: string;
};

/** Most severe last. */
export const severities: readonly Severity[] = ['yellow', 'orange', 'red'];

export const moreSevere = (a: Severity, b: Severity): boolean =>
  severities.indexOf(a) > severities.indexOf(b);

/** The most severe rung that is reached, or null. */
export function worstRung<R extends { readonly severity: Severity }>(
  ladder: readonly R[],
  reached: (rung: R) => boolean,
): Severity | null {
  const found = ladder.filter(reached).map((rung) => rung.severity);
  return severities.findLast((severity) => found.includes(severity)) ?? null;
}

/** A month as a number that counts on: 2026-11 is 2026 × 12 + 10. */
export const monthIndex = (d: Day): number => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7)) - 1;

/** The first day of a month given by its number. */
export const monthStart = (index: number): Day =>
  `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01` as Day;
