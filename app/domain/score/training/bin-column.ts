import type { Coded } from './code-column.ts';
import { sortedOrder } from './measures.ts';
import { type BinningRule, optimalBins, type Partition, type Trend } from './optimal-bins.ts';

/** Goods and bads by code, over chosen rows. */
export type Counts = { readonly good: Float64Array; readonly bad: Float64Array };

/** A column after binning: the bin of each code, and the weight of evidence of each bin. */
export type BinnedColumn = {
  readonly binOf: Uint8Array;
  /** ln(good share ÷ bad share) of each bin: positive is better than the average. Bin 0 is the missing one. */
  readonly woe: Float64Array;
  readonly counts: readonly { readonly good: number; readonly bad: number }[];
  readonly iv: number;
  readonly trend: Trend;
  /** Codes between the special bins and the end: where each ordinary bin starts; of a category, empty. */
  readonly starts: readonly number[];
  /** Missing and special bins with enough rows to be weighed apart from the values. */
  readonly apart: readonly number[];
  /** Of a category: the levels too rare to stand alone, and the bin that takes them and any level never seen. */
  readonly others: { readonly bin: number; readonly levels: readonly number[] } | null;
  /** Of a category: the bin of the levels too rare to stand alone, and of any level never seen. */
};

/** Counts the outcomes of the rows by code. */
export function countOutcomes({ codes, size }: Coded, bad: Uint8Array, rows: Uint32Array): Counts {
  const counts = { good: new Float64Array(size), bad: new Float64Array(size) };
  for (const row of rows) {
    const side = bad[row] ? counts.bad : counts.good;
    const code = codes[row] as number;
    side[code] = (side[code] as number) + 1;
  }
  return counts;
}

export type ColumnRule = BinningRule & {
  /** Pseudo-rows at the average rate added to each bin: what a thin bin says is shrunk towards nothing. */
  readonly smoothing: number;
};

/**
 * The optimal bins of a column: the missing and each special value in a bin of its own; numbers cut into consecutive
 * bins; the levels of a category first pooled where rare (< 0.5 %), then merged by neighbouring bad rates.
 */
export function binColumn(coded: Coded, counts: Counts, rule: ColumnRule): BinnedColumn {
  const { base, size, scale } = coded;
  const binOf = new Uint8Array(size);
  for (let code = 0; code < base; code++) binOf[code] = code;
  const ordinary = { good: counts.good.slice(base), bad: counts.bad.slice(base) };
  if (scale.kind === 'category') return weighed(binLevels(binOf, ordinary, base, rule), counts, base, rule);
  const partition =
    size > base ? optimalBins(ordinary, rule) : { starts: [0], trend: 'free' as const, gain: 0 };
  for (let code = base, bin = -1; code < size; code++) {
    if (partition.starts[bin + 1] === code - base) bin++;
    binOf[code] = base + bin;
  }
  return asAsked(weighed({ binOf, partition }, counts, base, rule), base, rule.trend);
}

/**
 * Smoothing draws a thin bin further to the average than a thick one, which may turn two neighbours round: where a direction
 * was asked for, such neighbours get one weight, that of their rows together.
 */
function asAsked(binned: BinnedColumn, base: number, trend: ColumnRule['trend']): BinnedColumn {
  if (trend === 'auto' || trend === 'free') return binned;
  const sign = trend === 'rising' ? -1 : 1;
  const woe = binned.woe.slice();
  const pools: { bins: number[]; rows: number; sum: number }[] = [];
  for (let bin = base; bin < woe.length; bin++) {
    const { good, bad } = binned.counts[bin] ?? { good: 0, bad: 0 };
    const rows = Math.max(1, good + bad);
    let pool = { bins: [bin], rows, sum: rows * (woe[bin] as number) };
    for (let last = pools.at(-1); last; last = pools.at(-1)) {
      if (sign * (pool.sum / pool.rows - last.sum / last.rows) >= 0) break;
      pool = { bins: [...last.bins, ...pool.bins], rows: last.rows + pool.rows, sum: last.sum + pool.sum };
      pools.pop();
    }
    pools.push(pool);
  }
  for (const { bins, rows, sum: total } of pools) for (const bin of bins) woe[bin] = total / rows;
  return { ...binned, woe };
}

type Grouped = {
  readonly binOf: Uint8Array;
  readonly partition: Partition;
  /** Of a category: its rare levels. */
  readonly rare?: readonly number[];
};

const rareShare = 0.005;

/** Orders the levels by smoothed bad rate and merges neighbours; rare levels are one group from the start. */
function binLevels(binOf: Uint8Array, counts: Counts, base: number, rule: ColumnRule): Grouped {
  const levels = counts.good.length;
  const rows = sum(counts.good) + sum(counts.bad);
  const average = sum(counts.bad) / Math.max(rows, 1);
  const size = (level: number) => (counts.good[level] as number) + (counts.bad[level] as number);
  const isRare = (level: number) => size(level) < rareShare * rows;
  const groups: number[][] = [];
  const rare: number[] = [];
  for (let level = 0; level < levels; level++) isRare(level) ? rare.push(level) : groups.push([level]);
  if (rare.length > 0) groups.push(rare);
  const good = groups.map((group) => sum(group.map((level) => counts.good[level] as number)));
  const bad = groups.map((group) => sum(group.map((level) => counts.bad[level] as number)));
  const rates = groups.map(
    (_, i) => ((bad[i] as number) + 10 * average) / ((good[i] as number) + (bad[i] as number) + 10),
  );
  const order = [...sortedOrder(rates)];
  const sorted = {
    good: Float64Array.from(order, (i) => good[i] as number),
    bad: Float64Array.from(order, (i) => bad[i] as number),
  };
  const partition = groups.length > 0 ? optimalBins(sorted, { ...rule, trend: 'free' }) : single;
  order.forEach((group, place) => {
    const bin = partition.starts.filter((start) => start <= place).length - 1;
    for (const level of groups[group] as number[]) binOf[base + level] = base + bin;
  });
  return { binOf, partition, rare };
}

const single: Partition = { starts: [0], trend: 'free', gain: 0 };

function weighed(
  { binOf, partition, rare }: Grouped,
  counts: Counts,
  base: number,
  rule: ColumnRule,
): BinnedColumn {
  const bins = base + partition.starts.length;
  const [good, bad] = [new Float64Array(bins), new Float64Array(bins)];
  binOf.forEach((bin, code) => {
    good[bin] = (good[bin] as number) + (counts.good[code] as number);
    bad[bin] = (bad[bin] as number) + (counts.bad[code] as number);
  });
  const apart = [...good.slice(0, base).keys()].filter(
    (bin) => (good[bin] as number) + (bad[bin] as number) >= rule.minRows,
  );
  const { woe, iv } = weightsOfEvidence(good, bad, rule.smoothing, apart);
  return {
    binOf,
    woe,
    apart,
    counts: [...good].map((count, bin) => ({ good: count, bad: bad[bin] as number })),
    iv,
    trend: partition.trend,
    starts: partition.starts,
    others: rare ? { bin: othersBin(binOf, base, woe, rare), levels: rare } : null,
  };
}

/** The bin of the rare levels; without any, the ordinary bin nearest to the average. */
function othersBin(binOf: Uint8Array, base: number, woe: Float64Array, rare: readonly number[]): number {
  if (rare[0] !== undefined) return binOf[base + rare[0]] as number;
  let nearest = base;
  for (let bin = base; bin < woe.length; bin++)
    if (Math.abs(woe[bin] as number) < Math.abs(woe[nearest] as number)) nearest = bin;
  return nearest;
}

/**
 * Weight of evidence ln(good share ÷ bad share) of each bin, `smoothing` pseudo-rows at the average rate added to each;
 * an empty bin weighs 0. Shares of ordinary bins are among the rows with a value, so that they compare values with
 * values; shares of a bin `apart` are among all rows. The information value Σ (good share − bad share) × weight is that
 * of the values, for the share of the rows that have one.
 */
export function weightsOfEvidence(
  good: Float64Array,
  bad: Float64Array,
  smoothing: number,
  apart: readonly number[],
) {
  const all = [sum(good), sum(bad)] as const;
  const gaps = [
    sum(apart.map((bin) => good[bin] as number)),
    sum(apart.map((bin) => bad[bin] as number)),
  ] as const;
  const valued = [all[0] - gaps[0], all[1] - gaps[1]] as const;
  const woe = new Float64Array(good.length);
  let iv = 0;
  for (let bin = 0; bin < good.length; bin++) {
    const isApart = apart.includes(bin);
    const [goods, bads] = isApart ? all : valued;
    const rate = (bads + 0.5) / (goods + bads + 1);
    const [g, b] = [good[bin] as number, bad[bin] as number];
    if (g + b === 0) continue;
    const [goodShare, badShare] = [
      (g + smoothing * (1 - rate)) / (goods + 0.5),
      (b + smoothing * rate) / (bads + 0.5),
    ];
    woe[bin] = Math.log(goodShare / badShare);
    if (!isApart) iv += (goodShare - badShare) * (woe[bin] as number);
  }
  return { woe, iv: (iv * (valued[0] + valued[1])) / (all[0] + all[1]) };
}

const sum = (numbers: Iterable<number>): number => {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
};
