import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { binColumn, countOutcomes } from '~/domain/score/training/bin-column.ts';
import { codeColumn } from '~/domain/score/training/code-column.ts';
import { cholesky, solveCholesky } from '~/domain/score/training/linear-solver.ts';
import { fitLogistic, type LogisticProblem } from '~/domain/score/training/logistic.ts';
import { strengths, trainingRule } from '~/domain/score/training/rule.ts';
import { type Bench, compare, type Figure } from './bench.ts';

const rounds = 5;
const [rows, columns, binned] = [300_000, 30, 40];

/**
 * Fitting a card: logistic regression on 300,000 × 30 weights of evidence against plain IRLS in the same process and,
 * where there is one, against scikit-learn's newton-cholesky on one thread; and optimal binning of 300,000 × 40 values.
 */
export const bench: Bench = {
  name: 'card',
  async run({ progress }) {
    const bar = progress('card', rounds + 3);
    const problem = evidence();
    let ours = new Float64Array(0) as Float64Array;
    let plain = new Float64Array(0) as Float64Array;
    const times = await compare(
      rounds,
      async () => {
        ours = fitLogistic(problem).beta;
      },
      async () => {
        plain = plainFit(problem);
        bar.tick();
      },
    );
    expectSame(ours, plain, 'plain IRLS');
    const figures: Record<string, Figure> = { fit: { ...times, unit: 'ms', target: 0.4 } };
    const sklearn = scikitLearn(problem, ours);
    if (sklearn) figures.fit_sklearn = { values: times.values, baselines: sklearn, unit: 'ms', target: 1.2 };
    else
      process.stderr.write(
        'fit_sklearn: skipped, /usr/bin/python3 has no scikit-learn with newton-cholesky\n',
      );
    bar.tick();
    const binning = bin();
    figures.binning = { values: [binning], baselines: [1], unit: 's', target: 10 };
    figures['binning-pace'] = { values: [rows / binning], baselines: [1], unit: 'rows/s', target: 30_000 };
    bar.done();
    return figures;
  },
};

/** A reproducible source of numbers in [0, 1). */
function source(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A matrix of weights of evidence: six bins a column, columns related through a common quality of the firm. */
function evidence(): LogisticProblem {
  const next = source(7);
  const levels = Array.from({ length: columns }, () =>
    Array.from({ length: 6 }, (_, bin) => (bin - 2.5) * (0.2 + 0.4 * next())),
  );
  const x = new Float64Array(rows * columns);
  const y = new Uint8Array(rows);
  for (let i = 0; i < rows; i++) {
    const quality = next();
    let z = -2.5;
    for (let k = 0; k < columns; k++) {
      const value = levels[k]?.[Math.floor(6 * (0.4 * quality + 0.6 * next()))] ?? 0;
      x[i * columns + k] = value;
      z += value * (0.05 + 0.02 * k);
    }
    y[i] = next() < 1 / (1 + Math.exp(-z)) ? 1 : 0;
  }
  return { x, d: columns, y, ridge: 1 };
}

/** IRLS as the textbook has it: gradient and Hessian over all rows in each step. */
function plainFit({ x, d, y, ridge }: LogisticProblem): Float64Array {
  const p = d + 1;
  const beta = new Float64Array(p);
  for (let step = 0; step < 30; step++) {
    const [gradient, hessian] = [new Float64Array(p), new Float64Array(p * p)];
    for (let i = 0; i < y.length; i++) accumulate(x, i * d, d, y[i] as number, beta, gradient, hessian);
    for (let k = 0; k < d; k++) {
      gradient[k] = (gradient[k] as number) + ridge * (beta[k] as number);
      hessian[k * p + k] = (hessian[k * p + k] as number) + ridge;
    }
    const move = solveCholesky(cholesky(hessian, p), gradient, p);
    for (let k = 0; k < p; k++) beta[k] = (beta[k] as number) - (move[k] as number);
    if (move.every((part) => Math.abs(part) < 1e-10)) break;
  }
  return beta;
}

function accumulate(
  x: Float64Array,
  at: number,
  d: number,
  outcome: number,
  beta: Float64Array,
  gradient: Float64Array,
  hessian: Float64Array,
): void {
  let z = beta[d] as number;
  for (let k = 0; k < d; k++) z += (beta[k] as number) * (x[at + k] as number);
  const risk = 1 / (1 + Math.exp(-z));
  const [g, h, last] = [risk - outcome, risk * (1 - risk), d * (d + 1)];
  for (let k = 0; k < d; k++) {
    const value = x[at + k] as number;
    gradient[k] = (gradient[k] as number) + g * value;
    const row = k * (d + 1);
    for (let j = 0; j <= k; j++)
      hessian[row + j] = (hessian[row + j] as number) + h * value * (x[at + j] as number);
    hessian[last + k] = (hessian[last + k] as number) + h * value;
  }
  gradient[d] = (gradient[d] as number) + g;
  hessian[last + d] = (hessian[last + d] as number) + h;
}

function expectSame(ours: Float64Array, theirs: ArrayLike<number>, name: string): void {
  const apart = ours.reduce((most, value, k) => Math.max(most, Math.abs(value - (theirs[k] as number))), 0);
  if (!(apart < 1e-8)) throw new Error(`coefficients differ from ${name} by ${apart}`);
}

const python = `
import sys, json, time, numpy as np
from sklearn.linear_model import LogisticRegression
folder, d, rounds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
x = np.fromfile(folder + '/x.bin').reshape(-1, d); y = np.fromfile(folder + '/y.bin', dtype=np.uint8)
times = []
for _ in range(rounds + 1):
    begun = time.perf_counter()
    model = LogisticRegression(C=1.0, solver='newton-cholesky', tol=1e-10).fit(x, y)
    times.append((time.perf_counter() - begun) * 1000)
print(json.dumps({'times': times[1:], 'beta': [*model.coef_[0], model.intercept_[0]]}))
`;

/** Times of scikit-learn on the same matrix and one thread; null where it is not installed. */
function scikitLearn({ x, d, y }: LogisticProblem, ours: Float64Array): number[] | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-card-'));
  try {
    writeFileSync(path.join(folder, 'x.bin'), new Uint8Array(x.buffer, x.byteOffset, x.byteLength));
    writeFileSync(path.join(folder, 'y.bin'), y);
    const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
    const { status, stdout } = spawnSync(
      '/usr/bin/python3',
      ['-c', python, folder, String(d), String(rounds)],
      { env },
    );
    if (status !== 0) return null;
    const { times, beta } = JSON.parse(stdout.toString()) as { times: number[]; beta: number[] };
    expectSame(ours, beta, 'scikit-learn');
    return times;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds to cut 40 columns of 300,000 values: quantile pre-bins, counts and optimal bins. */
function bin(): number {
  const next = source(11);
  const bad = Uint8Array.from({ length: rows }, () => Number(next() < 0.1));
  const values = Array.from({ length: binned }, (_, k) =>
    Float64Array.from({ length: rows }, (_, i) => {
      const draw = next() * 10_000 - 2_000 * (bad[i] as number) * (k / binned);
      return draw < 200 ? Number.NaN : Math.round(draw);
    }),
  );
  const all = Uint32Array.from({ length: rows }, (_, row) => row);
  const rule = { ...trainingRule, ...(strengths[1] as (typeof strengths)[number]) };
  const begun = performance.now();
  for (const column of values) {
    const coded = codeColumn({ kind: 'number', name: 'x', factor: 1, values: column }, all, rule.preBins);
    const minRows = Math.max(rule.minRows, rule.minShare * rows);
    binColumn(coded, countOutcomes(coded, bad, all), { ...rule, minRows, trend: 'auto' });
  }
  return (performance.now() - begun) / 1000;
}
