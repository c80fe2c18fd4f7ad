import type { Term } from './design.ts';
import { type Gap, type Main, termOf } from './parts.ts';
import type { TrainingRule, TrainingTask } from './rule.ts';

/**
 * The binned columns worth a place: enough information value, from the most informative down, none that repeats an
 * earlier one (correlation of the weights of evidence); with them the gaps that are frequent enough to be weighed apart.
 */
export function selectMains(all: readonly Main[], task: TrainingTask, rule: TrainingRule): (Main | Gap)[] {
  const ranked = all
    .filter(({ binned }) => binned.iv >= rule.leastIv)
    .sort((a, b) => b.binned.iv - a.binned.iv || a.column - b.column);
  const kept: { readonly part: Main | Gap; readonly z: Float64Array }[] = [];
  const offer = (part: Main | Gap, limit: number) => {
    const z = standardised(termOf(part, task.coded), task.rows);
    if (z && kept.every((other) => Math.abs(dot(z, other.z)) <= limit)) kept.push({ part, z });
  };
  for (const main of ranked) {
    if (kept.length >= rule.maxColumns) break;
    offer(main, rule.maxCorrelation);
  }
  for (const { column, binned } of [...all].sort((a, b) => b.binned.iv - a.binned.iv || a.column - b.column))
    for (const bin of binned.apart) offer({ kind: 'gap', column, bin, binned }, 0.98);
  return kept.map(({ part }) => part);
}

/** Centred and of length one, so that a dot product is a correlation; null where the term is constant. */
function standardised({ codes, values }: Term, rows: Uint32Array): Float64Array | null {
  const z = new Float64Array(rows.length);
  let mean = 0;
  for (let i = 0; i < z.length; i++) {
    z[i] = values[codes[rows[i] as number] as number] as number;
    mean += z[i] as number;
  }
  mean /= z.length;
  let squares = 0;
  for (let i = 0; i < z.length; i++) squares += ((z[i] as number) - mean) ** 2;
  if (!(squares > 1e-12)) return null;
  const length = Math.sqrt(squares);
  for (let i = 0; i < z.length; i++) z[i] = ((z[i] as number) - mean) / length;
  return z;
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i] as number) * (b[i] as number);
  return total;
}
