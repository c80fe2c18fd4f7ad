import { civilOf, daysInMonth, numberOf } from './civil.ts';
import { type Columns, dated, ever, noEnd } from './columns.ts';
import { kinds } from './operation.ts';
import type { Tape } from './tape.ts';

/**
 * The first later day on which a firm's features could differ although nothing new is learnt: a window leaves a row, a row
 * begins, ends or passes its years of use, a year is full. It may be too early, never too late. `noEnd` when there is none.
 */
export function nextEdge(t: Tape, c: Columns, from: number, to: number, seen: Uint8Array): number {
  let edge = noEnd;
  for (let i = from; i < to; i++) {
    if (seen[c.known[i] as number] === 0 || seen[c.gone[i] as number] === 1) continue;
    const k = c.code[i] as number;
    const end = t.first[k + 1] as number;
    if (t.first[k] === end && t.companion[k] === 0) continue;
    const d = c.day[i] as number;
    if (d > t.asOf) {
      edge = Math.min(edge, d);
      continue;
    }
    edge = Math.min(edge, edgeOfRow(t, c, i, k));
    for (let o = t.first[k] as number; o < end; o++) edge = Math.min(edge, edgeOfOperation(t, c, i, o));
  }
  return edge;
}

/** What concerns a row whatever reads it: its own end, its years of use, its time as a companion. */
function edgeOfRow(t: Tape, c: Columns, i: number, k: number): number {
  const [d, e] = [c.day[i] as number, c.ended[i] as number];
  let edge = e > t.asOf ? e : noEnd;
  if (t.companion[k] !== 0 && d > t.seenAfter) edge = Math.min(edge, leaves(d, t.companionMonths));
  if (t.years[k] !== 0 && ((c.flags[i] as number) & dated) !== 0)
    edge = Math.min(edge, later(t, reaches(d, t.years[k] as number)));
  if (t.yearsFromEnd[k] !== 0 && e !== noEnd)
    edge = Math.min(edge, later(t, reaches(e, t.yearsFromEnd[k] as number)));
  return edge;
}

const later = (t: Tape, day: number): number => (day > t.asOf ? day : noEnd);

function edgeOfOperation(t: Tape, c: Columns, i: number, o: number): number {
  const [d, e] = [c.day[i] as number, c.ended[i] as number];
  const f = t.feature[o] as number;
  const kind = t.kind[o] as number;
  const months = t.months[o] as number;
  let edge = noEnd;
  if (months !== 0 && d > (t.afterDay[o] as number) && t.afterDay[o] !== ever) edge = leaves(d, months);
  if (months !== 0 && t.untilEnd[o] !== noEnd && e <= t.asOf && e > (t.afterEnd[o] as number))
    edge = Math.min(edge, leaves(e, months));
  if (kind === kinds.first) edge = Math.min(edge, anniversary(t.asOf, d));
  if (kind === kinds.trendAmount || kind === kinds.trendQuantity) {
    const [span, lag] = [t.trendMonths[f] as number, t.trendLag[f] as number];
    for (const day of [leaves(d, span), leaves(d, lag), leaves(leaves(d, span), lag)])
      edge = Math.min(edge, later(t, day));
  }
  return edge;
}

/** The first day whose window of so many months no longer holds the day `d`. */
export function leaves(d: number, months: number): number {
  const { year, month, day } = civilOf(d);
  const index = year * 12 + month + months;
  const [y, m] = [Math.floor(index / 12), index % 12];
  return day <= daysInMonth(y, m) ? numberOf(y, m, day) : numberOf(m === 11 ? y + 1 : y, (m + 1) % 12, 1);
}

/** The day so many years on; 29 February becomes 28 February. */
function reaches(d: number, years: number): number {
  const { year, month, day } = civilOf(d);
  return numberOf(year + years, month, Math.min(day, daysInMonth(year + years, month)));
}

/** The next day on which years since `d` are full. */
function anniversary(asOf: number, d: number): number {
  const first = civilOf(d);
  const { year } = civilOf(asOf);
  for (let y = year; ; y++) {
    const full =
      first.day <= daysInMonth(y, first.month) ? numberOf(y, first.month, first.day) : numberOf(y, 2, 1);
    if (full > asOf) return full;
  }
}
