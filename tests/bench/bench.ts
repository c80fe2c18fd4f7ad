import type { OpenDatabase } from '~/cli/boot/open-database.ts';
import type { OpenProgress } from '~/cli/command.ts';

/** The times of one thing done our way and of the same thing done the plain way, in turns. */
export type Compared = { readonly values: readonly number[]; readonly baselines: readonly number[] };

export type Figure = Compared & {
  /** Of the values and the baselines: `ms`, `rows/s`. */
  readonly unit: string;
  /** What the ratio value ÷ baseline should stay below (times) or above (rates). */
  readonly target: number;
};

export type BenchContext = {
  /** Whether to run at the size that an issue names, instead of one that is done in minutes. */
  readonly full: boolean;
  /** How often to kill or to try (`--count`); null leaves it to the bench. */
  readonly count: number | null;
  /** A throwaway database with its tables; the process works in it as `xinqiao_batch`. */
  readonly database: OpenDatabase;
  readonly progress: OpenProgress;
  /** States a count or a time that has no baseline; it is printed beside the figures. */
  note(fact: string, value: number): void;
  /** Data that are made once and kept for later runs. */
  cached<T>(name: string, make: () => T): T;
};

export type Bench = {
  readonly name: string;
  run(context: BenchContext): Promise<Readonly<Record<string, Figure>>>;
};

/** Does both ways in turns, so that a slow moment of the machine meets both; the first round warms up and is not counted. */
export async function compare(
  rounds: number,
  ours: () => Promise<void>,
  plain: () => Promise<void>,
): Promise<Compared> {
  const values: number[] = [];
  const baselines: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const value = await msOf(ours);
    const baseline = await msOf(plain);
    if (round === 0) continue;
    values.push(value);
    baselines.push(baseline);
  }
  return { values, baselines };
}

async function msOf(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** The middle of the sorted values; the mean of the two middle ones of an even number. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  const high = sorted[Math.floor(middle)] ?? Number.NaN;
  return (low + high) / 2;
}
