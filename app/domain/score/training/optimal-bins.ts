/** Goods and bads of consecutive pre-bins, from the lowest values to the highest. */
export type Histogram = { readonly good: Float64Array; readonly bad: Float64Array };

export type Trend = 'rising' | 'falling' | 'free';

export type BinningRule = {
  readonly maxBins: number;
  /** Least rows of a bin. */
  readonly minRows: number;
  /** Log-likelihood that each further bin must bring. */
  readonly penalty: number;
  /** The direction of the bad rate; `auto` takes a monotone one where the data support it. */
  readonly trend: Trend | 'auto';
};

export type Partition = {
  /** The first pre-bin of each bin, ascending from 0. */
  readonly starts: readonly number[];
  readonly trend: Trend;
  /** Log-likelihood above one bin for all, before penalties. */
  readonly gain: number;
};

/**
 * The partition of the pre-bins that maximises log-likelihood − penalty × bins among all partitions with enough rows a
 * bin, exactly, by dynamic programming over the cuts. A monotone partition is sought among the blocks of the isotonic
 * regression, whose edges hold the best monotone cuts. Monotone is chosen over free where it keeps 97 % of the gain or
 * loses less than 4 units of log-likelihood: a trend that the data do not contradict is the one to publish.
 */
export function optimalBins(histogram: Histogram, rule: BinningRule): Partition {
  const segments = segmentsOf(histogram, rule);
  if (rule.trend !== 'auto') return best(histogram, segments, rule, rule.trend);
  const free = best(histogram, segments, rule, 'free');
  const [rising, falling] = (['rising', 'falling'] as const).map((t) =>
    best(histogram, segments, rule, t),
  ) as [Partition, Partition];
  const monotone = falling.gain > rising.gain ? falling : rising;
  return monotone.gain >= free.gain * 0.97 || monotone.gain > free.gain - 4 ? monotone : free;
}

type Segments = {
  /** Log-likelihood of the pre-bins i … j − 1 with one rate, at i × (n + 1) + j. */
  readonly likelihood: Float64Array;
  /** The same less the penalty; −∞ where they hold too few rows. */
  readonly value: Float64Array;
};

function segmentsOf({ good, bad }: Histogram, { minRows, penalty }: BinningRule): Segments {
  const n = good.length;
  const [value, likelihood] = [new Float64Array((n + 1) ** 2), new Float64Array((n + 1) ** 2)];
  for (let i = 0; i < n; i++) {
    let [goods, bads] = [0, 0];
    for (let j = i + 1; j <= n; j++) {
      goods += good[j - 1] as number;
      bads += bad[j - 1] as number;
      const at = i * (n + 1) + j;
      likelihood[at] = groupLikelihood(goods, bads);
      value[at] = goods + bads >= minRows ? (likelihood[at] as number) - penalty : Number.NEGATIVE_INFINITY;
    }
  }
  return { value, likelihood };
}

/** Log-likelihood of a group that is given its own rate. */
export function groupLikelihood(good: number, bad: number): number {
  const n = good + bad;
  return (good > 0 ? good * Math.log(good / n) : 0) + (bad > 0 ? bad * Math.log(bad / n) : 0);
}

function best(histogram: Histogram, segments: Segments, rule: BinningRule, trend: Trend): Partition {
  const n = histogram.good.length;
  const blocks = trend === 'free' ? [...histogram.good.keys()] : isotonicBlocks(histogram, trend);
  const starts = bestCuts([...blocks, n], segments.value, rule.maxBins);
  const gain = starts.reduce(
    (total, start, i) => {
      const end = starts[i + 1] ?? n;
      return total + (segments.likelihood[start * (n + 1) + end] as number);
    },
    -(segments.likelihood[n] as number),
  );
  return { starts, trend, gain };
}

/** First pre-bin of each block of the isotonic regression of the bad rate, by pooling neighbours that go the wrong way. */
function isotonicBlocks({ good, bad }: Histogram, trend: 'rising' | 'falling'): number[] {
  const sign = trend === 'rising' ? 1 : -1;
  const blocks: { start: number; rows: number; bads: number }[] = [];
  for (let i = 0; i < good.length; i++) {
    let block = { start: i, rows: (good[i] as number) + (bad[i] as number), bads: bad[i] as number };
    for (let last = blocks.at(-1); last; last = blocks.at(-1)) {
      if (sign * (block.bads * last.rows - last.bads * block.rows) > 0) break;
      block = { start: last.start, rows: last.rows + block.rows, bads: last.bads + block.bads };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks.map(({ start }) => start);
}

/** Starts of the best partition whose cuts are among `marks` (ascending, the end last) and that has at most `maxBins` bins. */
function bestCuts(marks: readonly number[], value: Float64Array, maxBins: number): number[] {
  const n = marks.length - 1;
  const width = Math.round(Math.sqrt(value.length));
  const layers = Math.min(maxBins, n);
  const w = n + 1;
  const score = new Float64Array((layers + 1) * w).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array((layers + 1) * w);
  score[0] = 0;
  for (let k = 1; k <= layers; k++)
    for (let j = k; j <= n; j++)
      for (let i = k - 1; i < j; i++) {
        const segment = value[(marks[i] as number) * width + (marks[j] as number)] as number;
        const candidate = (score[(k - 1) * w + i] as number) + segment;
        if (candidate <= (score[k * w + j] as number)) continue;
        score[k * w + j] = candidate;
        from[k * w + j] = i;
      }
  let layer = 0;
  for (let k = 1; k <= layers; k++)
    if ((score[k * w + n] as number) > (score[layer * w + n] as number)) layer = k;
  if (layer === 0) return [0];
  const starts: number[] = [];
  for (let j = n, k = layer; k > 0; k--) {
    j = from[k * w + j] as number;
    starts.unshift(marks[j] as number);
  }
  return starts;
}
