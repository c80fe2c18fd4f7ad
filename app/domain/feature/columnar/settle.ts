import { divideHalfUp } from '~/domain/kernel/money.ts';
import { type Columns, counted, valued } from './columns.ts';
import type { Remains } from './fold.ts';
import { settlements } from './operation.ts';
import { gapNumber, type Tape } from './tape.ts';

const most = Number.MAX_SAFE_INTEGER;
const unknownAmount = gapNumber('unknown-amount');
const noRecord = gapNumber('no-record');
const tooFewMonths = gapNumber('too-few-months');

/** Where the values of a firm go: its features from place `at` on, a gap of 0 where there is a value. */
export type Answers = { readonly values: Float64Array; readonly gaps: Uint8Array };

/** Turns what the rows left behind into the firm's values and gaps. */
export function settleFirm(t: Tape, c: Columns, r: Remains, to: Answers, at: number): void {
  const { shut, absent, relief, settle, emptyGap } = t;
  const { rows, marks } = r;
  for (let f = 0; f < t.features; f++) {
    let gap = shut[f] as number;
    let value = 0;
    if (gap === 0) {
      if (rows[f] === 0)
        gap = (marks & (relief[f] as number)) === 0 ? (absent[f] as number) : (emptyGap[f] as number);
      else if (settle[f] === settlements.sum) value = clamp(r.sum[f] as number);
      else if (settle[f] === settlements.sumFen) {
        if (r.at[f] === 0) gap = unknownAmount;
        else value = clamp(r.sum[f] as number);
      } else {
        value = settleOne(t, c, r, f);
        if (Number.isNaN(value)) [value, gap] = [0, missingOf(settle[f] as number)];
      }
    }
    to.values[at + f] = value;
    to.gaps[at + f] = gap;
  }
}

const clamp = (value: number): number => (value > most ? most : value < -most ? -most : value);

/** The rarer settlements; not a number where there is a gap. */
function settleOne(t: Tape, c: Columns, r: Remains, f: number): number {
  const row = r.at[f] as number;
  switch (t.settle[f]) {
    case settlements.latestFen:
      return ((c.flags[row] as number) & valued) === 0 ? Number.NaN : (c.amount[row] as number);
    case settlements.latestQuantity:
      return ((c.flags[row] as number) & counted) === 0 ? Number.NaN : (c.quantity[row] as number);
    case settlements.latestLevel:
      return (r.level[f] as number) < 0 ? Number.NaN : (r.level[f] as number);
    case settlements.months:
      return bits(r.months[f] as number);
    case settlements.monthsBelowZero:
      return monthsBelowZero(r, f);
    case settlements.years:
      return row === 0x7fff_ffff ? Number.NaN : yearsSince(t.asOf, row);
    default:
      return trendPpm(r, f, t.atLeast[f] as number);
  }
}

/** Which gap a settlement without a value stands for. */
function missingOf(settle: number): number {
  if (settle === settlements.latestFen || settle === settlements.latestQuantity) return unknownAmount;
  return settle === settlements.trend ? tooFewMonths : noRecord;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function monthsBelowZero(r: Remains, f: number): number {
  let count = 0;
  for (let month = 0; month < 31; month++)
    if (((r.months[f] as number) & (1 << month)) !== 0 && (r.byMonth[f * 32 + month] as number) < 0) count++;
  return count;
}

/** Whole years between two days as a calendar counts them. */
function yearsSince(asOf: number, first: number): number {
  const [to, from] = [dateOf(asOf), dateOf(first)];
  const years = to.getUTCFullYear() - from.getUTCFullYear();
  const month = to.getUTCMonth() - from.getUTCMonth();
  return month < 0 || (month === 0 && to.getUTCDate() < from.getUTCDate()) ? years - 1 : years;
}

const dateOf = (n: number): Date => new Date(Date.UTC(2000, 0, 1) + n * 86_400_000);

/** Up to here a product with a million, or with a number of months, stays a whole number that a double holds exactly. */
const exactPpm = 9_000_000_000;
const exactMonths = 2 ** 47;

function trendPpm(r: Remains, f: number, atLeast: number): number {
  const [recent, before] = [r.sum[f] as number, r.before[f] as number];
  const [here, there] = [bits(r.months[f] as number), bits(r.monthsBefore[f] as number)];
  if (here < atLeast || there < atLeast) return Number.NaN;
  if (Math.abs(recent) > exactMonths || Math.abs(before) > exactMonths)
    return exactTrend(BigInt(recent) * BigInt(there), BigInt(before) * BigInt(here));
  const [now, then] = [recent * there, before * here];
  if (then <= 0) return Number.NaN;
  if (Math.abs(now - then) > exactPpm) return exactTrend(BigInt(now), BigInt(then));
  const part = Math.abs(now - then) * 1_000_000;
  const rest = part % then;
  const ppm = (part - rest) / then + (rest * 2 >= then ? 1 : 0);
  return now < then && ppm > 0 ? -ppm : ppm;
}

function exactTrend(now: bigint, then: bigint): number {
  return then > 0n ? clamp(Number(divideHalfUp((now - then) * 1_000_000n, then))) : Number.NaN;
}
