import { type Columns, counted, dated, identified, valued } from './columns.ts';
import { kinds } from './operation.ts';
import type { Tape } from './tape.ts';

/** What the rows of one firm left behind, by feature; used again for the next firm. */
export type Remains = {
  /** Rows that counted. */
  readonly rows: Int32Array;
  /** Rows with an amount; for the latest of a kind its row; for a first date its day. */
  readonly at: Int32Array;
  readonly sum: Float64Array;
  readonly before: Float64Array;
  readonly months: Int32Array;
  readonly monthsBefore: Int32Array;
  readonly level: Int32Array;
  /** Sums by calendar month ago, 32 places a feature. */
  readonly byMonth: Float64Array;
  marks: number;
};

export const newRemains = (features: number): Remains => ({
  rows: new Int32Array(features),
  at: new Int32Array(features),
  sum: new Float64Array(features),
  before: new Float64Array(features),
  months: new Int32Array(features),
  monthsBefore: new Int32Array(features),
  level: new Int32Array(features),
  byMonth: new Float64Array(features * 32),
  marks: 0,
});

/** Folds the rows of one firm, from `from` to before `to`, as far as they were known: see `momentsSeen`. */
export function foldRows(t: Tape, c: Columns, from: number, to: number, seen: Uint8Array, r: Remains): void {
  r.rows.fill(0);
  const { code, day, ended, known, gone, flags } = c;
  const { asOf, seenAfter, first, afterDay, afterEnd, untilEnd } = t;
  let marks = t.given;
  for (let i = from; i < to; i++) {
    if (seen[known[i] as number] === 0 || seen[gone[i] as number] === 1) continue;
    const k = code[i] as number;
    const d = day[i] as number;
    const e = ended[i] as number;
    if (t.identifies[k] === 1) marks |= identified;
    if (e <= (t.retiredEnd[k] as number) || d < (t.openFrom[k] as number) || d > (t.openTo[k] as number))
      continue;
    if (d <= (t.retiredDay[k] as number) && ((flags[i] as number) & dated) !== 0) continue;
    if (d > seenAfter) marks |= t.companion[k] as number;
    if (d > asOf) continue;
    const end = first[k + 1] as number;
    for (let o = first[k] as number; o < end; o++)
      if (d > (afterDay[o] as number) && e > (afterEnd[o] as number) && e <= (untilEnd[o] as number))
        apply(t, c, o, i, d, r);
  }
  r.marks = marks;
}

/** One row for one feature. The first of a feature sets what the firm before left. */
function apply(t: Tape, c: Columns, o: number, i: number, d: number, r: Remains): void {
  const f = t.feature[o] as number;
  const kind = t.kind[o] as number;
  const isFirst = r.rows[f] === 0;
  r.rows[f] = (r.rows[f] as number) + 1;
  if (kind <= kinds.largest) {
    const so = isFirst ? 0 : (r.sum[f] as number);
    const flags = c.flags[i] as number;
    if (kind === kinds.countRow) r.sum[f] = so + 1;
    else if (kind === kinds.countQuantity)
      r.sum[f] = so + ((flags & counted) === 0 ? 1 : (c.quantity[i] as number));
    else if (kind === kinds.largest)
      r.sum[f] = (flags & counted) === 0 ? so : Math.max(so, c.quantity[i] as number);
    else {
      const isKnown = (flags & valued) !== 0;
      r.sum[f] = isKnown ? so + (c.amount[i] as number) : so;
      r.at[f] = (isFirst ? 0 : (r.at[f] as number)) + (isKnown ? 1 : 0);
    }
  } else if (kind === kinds.latest) {
    if (!isFirst && !isLater(c, i, r.at[f] as number)) return;
    r.at[f] = i;
    r.level[f] = t.extra[o] as number;
  } else applyDated(t, c, o, i, d, isFirst, r);
}

/** What reads the date of a row: months with records, sums by month, the first date, a trend. */
function applyDated(
  t: Tape,
  c: Columns,
  o: number,
  i: number,
  d: number,
  isFirst: boolean,
  r: Remains,
): void {
  const f = t.feature[o] as number;
  const kind = t.kind[o] as number;
  if (isFirst) {
    r.at[f] = 0x7fff_ffff;
    r.months[f] = r.monthsBefore[f] = 0;
    r.sum[f] = r.before[f] = 0;
  }
  const flags = c.flags[i] as number;
  if ((flags & dated) === 0) return;
  if (kind === kinds.first) {
    if (d < (r.at[f] as number)) r.at[f] = d;
    return;
  }
  const ago = t.monthsAgo[t.asOf - d] as number;
  if (kind === kinds.month) r.months[f] = (r.months[f] as number) | (1 << ago);
  else if (kind === kinds.monthSum) {
    if ((flags & valued) === 0) return;
    const place = f * 32 + ago;
    const isNew = ((r.months[f] as number) & (1 << ago)) === 0;
    r.byMonth[place] = (isNew ? 0 : (r.byMonth[place] as number)) + (c.amount[i] as number);
    r.months[f] = (r.months[f] as number) | (1 << ago);
  } else if (kind === kinds.trendAmount) {
    if ((flags & valued) !== 0) applyTrend(t, f, d, ago, c.amount[i] as number, r);
  } else if ((flags & counted) !== 0) applyTrend(t, f, d, ago, c.quantity[i] as number, r);
}

function applyTrend(t: Tape, f: number, d: number, ago: number, value: number, r: Remains): void {
  if (d > (t.spans[f * 3] as number)) {
    r.sum[f] = (r.sum[f] as number) + value;
    r.months[f] = (r.months[f] as number) | (1 << ago);
  }
  if (d > (t.spans[f * 3 + 1] as number) && d <= (t.spans[f * 3 + 2] as number)) {
    r.before[f] = (r.before[f] as number) + value;
    r.monthsBefore[f] = (r.monthsBefore[f] as number) | (1 << ago);
  }
}

/** Whether row `a` is later than row `b`: by its day, of one day by its id. */
export function isLater(c: Columns, a: number, b: number): boolean {
  const days = (c.day[a] as number) - (c.day[b] as number);
  if (days !== 0) return days > 0;
  for (let k = 0; k < 16; k++) {
    const bytes = (c.id[a * 16 + k] as number) - (c.id[b * 16 + k] as number);
    if (bytes !== 0) return bytes > 0;
  }
  return false;
}
