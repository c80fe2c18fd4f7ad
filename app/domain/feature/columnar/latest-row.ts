import { type Columns, dated } from './columns.ts';
import { isLater } from './fold.ts';
import type { Tape } from './tape.ts';

/** The latest row of a firm that counts for a feature, by the tests of `foldRows`; -1 when none does. */
export function latestRow(
  t: Tape,
  c: Columns,
  { from, to }: { from: number; to: number },
  seen: Uint8Array,
  feature: number,
): number {
  let latest = -1;
  for (let i = from; i < to; i++)
    if (counts(t, c, i, seen, feature) && (latest < 0 || isLater(c, i, latest))) latest = i;
  return latest;
}

function counts(t: Tape, c: Columns, i: number, seen: Uint8Array, feature: number): boolean {
  const [k, d, e] = [c.code[i] as number, c.day[i] as number, c.ended[i] as number];
  if (seen[c.known[i] as number] === 0 || seen[c.gone[i] as number] === 1 || d > t.asOf) return false;
  if (e <= (t.retiredEnd[k] as number) || d < (t.openFrom[k] as number) || d > (t.openTo[k] as number))
    return false;
  if (d <= (t.retiredDay[k] as number) && ((c.flags[i] as number) & dated) !== 0) return false;
  for (let o = t.first[k] as number; o < (t.first[k + 1] as number); o++)
    if (
      t.feature[o] === feature &&
      d > (t.afterDay[o] as number) &&
      e > (t.afterEnd[o] as number) &&
      e <= (t.untilEnd[o] as number)
    )
      return true;
  return false;
}
