/** A month as a number, so that the next one is one more: years × 12 + months from 0. */
export type Month = number;

export const monthOfDay = (on: string): Month => Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1;

/** A loan as its group remembers it: live in the months [from, until), lost in the month `until` or not. */
export type Life = {
  readonly group: string;
  readonly from: Month;
  readonly until: Month;
  readonly isLost: boolean;
};

const window = 24;
/** As many loan-years at the rate of all as the own experience of a group is weighed against. */
const weight = 50;

/**
 * How many loans a year each group lost over the 24 months before a month, in ppm, drawn to the rate of all where the
 * group is small. It looks back only: what happens in the month itself or later does not move it.
 */
export function lossHistory(lives: readonly Life[]): (group: string, at: Month) => number {
  const first = lives.reduce((least, life) => Math.min(least, life.from), Number.POSITIVE_INFINITY);
  const last = lives.reduce((most, life) => Math.max(most, life.until), 0);
  const size = Math.max(0, last - first) + 2;
  const groups = new Map<string, { readonly live: Float64Array; readonly lost: Float64Array }>();
  const all = emptyHistory(size);
  const of = (group: string) => groups.get(group) ?? emptyHistory(size);
  for (const { group, from, until, isLost } of lives) {
    const own = of(group);
    groups.set(group, own);
    for (const history of [own, all]) {
      step(history.live, from - first, 1);
      step(history.live, until - first, -1);
      if (isLost) step(history.lost, until - first, 1);
    }
  }
  for (const history of [all, ...groups.values()]) {
    runningSum(history.live); // loans live in a month
    runningSum(history.live); // loan-months through a month
    runningSum(history.lost); // losses through a month
  }
  const within = (sums: Float64Array, at: Month) =>
    valueAt(sums, at - first - 1) - valueAt(sums, at - first - 1 - window);
  return (group, at) => {
    const own = groups.get(group);
    const overall = within(all.lost, at) / Math.max(1, within(all.live, at) / 12);
    const years = own ? within(own.live, at) / 12 : 0;
    const lost = own ? within(own.lost, at) : 0;
    return Math.round(((lost + weight * overall) / (years + weight)) * 1_000_000);
  };
}

const emptyHistory = (size: number) => ({ live: new Float64Array(size), lost: new Float64Array(size) });
const step = (steps: Float64Array, at: number, by: number): void => {
  steps[at] = (steps[at] as number) + by;
};
const valueAt = (sums: Float64Array, at: number): number =>
  at < 0 ? 0 : (sums[Math.min(at, sums.length - 1)] as number);

function runningSum(values: Float64Array): void {
  for (let i = 1; i < values.length; i++) values[i] = (values[i] as number) + (values[i - 1] as number);
}
