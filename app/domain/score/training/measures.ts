/** How well scores rank: AUC and KS; and how far two distributions lie apart: PSI. All pure, sums in a fixed order. */
export type Ranking = { readonly n: number; readonly auc: number; readonly ks: number };

/**
 * AUC (the chance that a bad row has the higher risk, ties count half) and KS (the largest distance between the two
 * cumulative distributions) of risks, higher = riskier. NaN where one class is absent.
 */
export function ranking(risk: ArrayLike<number>, bad: ArrayLike<number>): Ranking {
  const n = risk.length;
  const order = sortedOrder(risk);
  let goods = 0;
  let bads = 0;
  for (let i = 0; i < n; i++) bad[i] ? bads++ : goods++;
  let [seenGood, seenBad, below, ks] = [0, 0, 0, 0];
  for (let i = 0; i < n; ) {
    let [tieGood, tieBad] = [0, 0];
    const value = risk[order[i] as number];
    for (; i < n && risk[order[i] as number] === value; i++) bad[order[i] as number] ? tieBad++ : tieGood++;
    below += tieBad * (seenGood + tieGood / 2);
    seenGood += tieGood;
    seenBad += tieBad;
    ks = Math.max(ks, Math.abs(seenGood / goods - seenBad / bads));
  }
  if (goods === 0 || bads === 0) return { n, auc: Number.NaN, ks: Number.NaN };
  return { n, auc: below / (goods * bads), ks };
}

/** Row numbers from the lowest value to the highest; equal values keep the order of the rows. */
export function sortedOrder(values: ArrayLike<number>): Uint32Array {
  const order = new Uint32Array(values.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  return order.sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
}

/**
 * Population stability index Σ (a − e)·ln(a ÷ e) over the shares of two histograms with the same bins; an empty bin
 * counts as half a row. Below 0.10 stable, to 0.25 watch, above act (domain.md §2.5).
 */
export function stabilityIndex(expected: readonly number[], actual: readonly number[]): number {
  const share = (counts: readonly number[]) => {
    const filled = counts.map((count) => Math.max(count, 0.5));
    const total = sum(filled);
    return filled.map((count) => count / total);
  };
  const [e, a] = [share(expected), share(actual)];
  return sum(e.map((x, i) => ((a[i] as number) - x) * Math.log((a[i] as number) / x)));
}

/** Mean and sample standard deviation (n − 1; 0 for one value). */
export function meanAndDeviation(values: readonly number[]): { readonly mean: number; readonly sd: number } {
  const mean = sum(values) / values.length;
  const squares = sum(values.map((value) => (value - mean) ** 2));
  return { mean, sd: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0 };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
