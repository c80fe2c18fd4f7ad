import { type Lens, seenMonths } from '~/domain/feature/compute.ts';
import type { Gap } from '~/domain/feature/definition.ts';
import type { ItemProfile } from '~/domain/feature/scope.ts';
import { addDays, addMonths, addYears, type Day } from '~/domain/kernel/day.ts';
import { type Code, dayNumber, ever, identified, noEnd } from './columns.ts';
import { type Operation, operationsOf, planOf } from './operation.ts';

/** Gaps by their number; 0 is none. */
export const gaps = [
  null,
  'not-consented',
  'not-supplied',
  'expired',
  'not-identified',
  'no-record',
  'unknown-amount',
  'too-few-months',
] as const satisfies readonly (Gap | null)[];

export const gapNumber = (gap: Gap | null): number => gaps.indexOf(gap);

/**
 * A lens compiled for the rows of a table: for each code the tests that every row passes and the operations on the
 * features that read it; for each feature how its sum becomes a value or a gap. It depends on the day, the population and
 * the consent, not on the firm, and holds nothing but numbers, so that a worker takes it as it is.
 */
export type Tape = {
  readonly asOf: number;
  readonly seenAfter: number;
  /** Marks that every firm of the population has without a record. */
  readonly given: number;
  readonly companion: Uint32Array;
  readonly identifies: Uint8Array;
  readonly openFrom: Int32Array;
  readonly openTo: Int32Array;
  readonly retiredDay: Int32Array;
  readonly retiredEnd: Int32Array;
  /** Operations of code c: from `first[c]` to before `first[c + 1]`. */
  readonly first: Uint16Array;
  readonly feature: Uint8Array;
  readonly kind: Uint8Array;
  readonly afterDay: Int32Array;
  readonly afterEnd: Int32Array;
  readonly untilEnd: Int32Array;
  /** A level, or the place of a feature's months; see `Operation`. */
  readonly extra: Int32Array;
  /** By feature. */
  readonly shut: Uint8Array;
  readonly absent: Uint8Array;
  readonly relief: Uint32Array;
  readonly settle: Uint8Array;
  readonly emptyGap: Uint8Array;
  readonly atLeast: Uint8Array;
  /** Spans of the trends: recent from, before from, before until. */
  readonly spans: Int32Array;
  /** Calendar months between a day and the day of the tape, by the number of days. */
  readonly monthsAgo: Uint8Array;
  readonly features: number;
  /** Lengths in months and years, from which the next day of a change is found (`nextEdge`): by operation, by feature. */
  readonly months: Uint8Array;
  readonly trendMonths: Uint8Array;
  readonly trendLag: Uint8Array;
  readonly companionMonths: number;
  /** By code: years of use from the day, and from the end; 0 without. */
  readonly years: Uint8Array;
  readonly yearsFromEnd: Uint8Array;
};

const longestMonths = 60;

/** Compiles a lens for the codes of a table. `isOwnSet`: a data set names its firms itself, so all are identified. */
export function compileTape(lens: Lens, codes: readonly Code[], isOwnSet: boolean): Tape {
  const companions = [...new Set(lens.features.flatMap(({ seenItems }) => seenItems))];
  if (companions.length > 30) throw new RangeError('too many companion items for a mask');
  const bit = (item: string) => (companions.includes(item) ? 2 ** companions.indexOf(item) : 0);
  return {
    asOf: dayNumber(lens.scope.asOf),
    seenAfter: dayNumber(lens.seenAfter),
    companionMonths: seenMonths,
    given: isOwnSet ? identified : 0,
    companion: Uint32Array.from(codes, ({ item }) => bit(item)),
    identifies: Uint8Array.from(codes, ({ item }) => Number(item === 'registration.profile')),
    ...boundsOf(lens, codes),
    ...programOf(codes.map((code) => operationsOf(lens, code))),
    ...plansOf(lens, companions),
    monthsAgo: monthsBefore(lens.scope.asOf),
    features: lens.features.length,
  };
}

/** The operations of all codes one after the other. */
function programOf(operations: readonly (readonly Operation[])[]) {
  const flat = operations.flat();
  let end = 0;
  return {
    first: Uint16Array.from([0, ...operations.map(({ length }) => (end += length))]),
    feature: Uint8Array.from(flat, (o) => o.feature),
    kind: Uint8Array.from(flat, (o) => o.kind),
    afterDay: Int32Array.from(flat, (o) => o.afterDay),
    afterEnd: Int32Array.from(flat, (o) => o.afterEnd),
    untilEnd: Int32Array.from(flat, (o) => o.untilEnd),
    extra: Int32Array.from(flat, (o) => o.extra),
    months: Uint8Array.from(flat, (o) => o.months),
  };
}

/** Rows outside of these bounds are not looked at: the span that a consent opens, and the years of use. */
function boundsOf({ scope, readers, profiles }: Lens, codes: readonly Code[]) {
  const { consent, asOf } = scope;
  const read = codes.map(({ item }) => (readers.has(item) ? profiles.get(item) : undefined));
  const limited = (profile: ItemProfile | undefined) => profile && profile.sensitivity !== 'public';
  const from = consent?.dataFrom ? dayNumber(consent.dataFrom) : ever;
  const to = consent?.dataTo ? dayNumber(consent.dataTo) : noEnd;
  const years = (byEnd: boolean) =>
    read.map((p) => (p && (p.retentionStart === 'end') === byEnd ? (p.retentionYears ?? 0) : 0));
  const retired = (byEnd: boolean) =>
    Int32Array.from(years(byEnd), (n) => (n > 0 ? dayNumber(lastRetired(asOf, n)) : ever));
  return {
    openFrom: Int32Array.from(read, (p) => (limited(p) ? from : ever)),
    openTo: Int32Array.from(read, (p) => (limited(p) ? to : noEnd)),
    retiredDay: retired(false),
    retiredEnd: retired(true),
    years: Uint8Array.from(years(false)),
    yearsFromEnd: Uint8Array.from(years(true)),
  };
}

/** The latest day whose years of use are over on a day. */
function lastRetired(asOf: Day, years: number): Day {
  let last = addDays(addYears(asOf, -years), 2);
  while (addYears(last, years) > asOf) last = addDays(last, -1);
  return last;
}

function plansOf(lens: Lens, companions: readonly string[]) {
  const plans = lens.features.map((feature) => planOf(feature, companions));
  const spans = lens.features.flatMap(({ definition: { aggregate } }) =>
    aggregate.kind === 'trend-ppm' ? trendSpans(lens.scope.asOf, aggregate) : [0, 0, 0],
  );
  return {
    shut: Uint8Array.from(plans, (p) => gapNumber(p.shut)),
    absent: Uint8Array.from(plans, (p) => gapNumber(p.absent)),
    relief: Uint32Array.from(plans, (p) => p.relief),
    settle: Uint8Array.from(plans, (p) => p.settle),
    emptyGap: Uint8Array.from(plans, (p) => gapNumber(p.empty)),
    atLeast: Uint8Array.from(plans, (p) => p.atLeast),
    trendMonths: Uint8Array.from(plans, (p) => p.trendMonths),
    trendLag: Uint8Array.from(plans, (p) => p.trendLag),
    spans: Int32Array.from(spans),
  };
}

function trendSpans(asOf: Day, { months, lag }: { months: number; lag: number }): number[] {
  const before = addMonths(asOf, -lag);
  return [addMonths(asOf, -months), addMonths(before, -months), before].map(dayNumber);
}

let table: { readonly asOf: Day; readonly months: Uint8Array } | null = null;

/** The table of a day, made once for all tapes of the day. */
function monthsBefore(asOf: Day): Uint8Array {
  if (table?.asOf !== asOf) table = { asOf, months: monthTable(asOf) };
  return table.months;
}

/** How many calendar months before the month of the day each of the days before it lies, as far as windows reach. */
function monthTable(asOf: Day): Uint8Array {
  const first = dayNumber(addMonths(asOf, -longestMonths));
  const last = dayNumber(asOf);
  const ago: number[] = [];
  for (let day = asOf, n = last; n > first; n--, day = addDays(day, -1))
    ago.push(monthIndex(asOf) - monthIndex(day));
  return Uint8Array.from(ago);
}

const monthIndex = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
