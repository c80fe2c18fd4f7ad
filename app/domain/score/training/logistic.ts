import { cholesky, solveCholesky } from './linear-solver.ts';

/** A problem of logistic regression: n rows of d values (row-major), an outcome 0/1 and a weight each. */
export type LogisticProblem = {
  readonly x: Float64Array;
  readonly d: number;
  readonly y: Uint8Array;
  /** One weight a row; 1 for all when left out. */
  readonly weights?: Float64Array;
  /** λ of the penalty ½·λ·Σβ²; the intercept is free. λ = 1 is scikit-learn's C = 1. */
  readonly ridge: number;
  /** Where to begin: d coefficients and the intercept; zeros when left out. */
  readonly start?: Float64Array;
};

export type LogisticFit = {
  /** d coefficients and, last, the intercept. */
  readonly beta: Float64Array;
  /** Passes over the sample and over all rows. */
  readonly iterations: { readonly sampled: number; readonly full: number };
};

const tolerance = 1e-10;
const sampleFrom = 20_000;

/**
 * The unique optimum of ridge logistic regression by Newton's method. Many rows begin on every tenth row only; its
 * Hessian, scaled up, then leads full gradients to the exact optimum: one Hessian pass costs d/2 gradients, so few
 * cheap steps beat few exact ones (perf.md 1d). It is renewed from all rows when the steps shrink too slowly.
 */
export function fitLogistic(problem: LogisticProblem): LogisticFit {
  const { d, ridge, y } = problem;
  const p = d + 1;
  const beta = problem.start?.slice() ?? new Float64Array(p);
  const work = { gradient: new Float64Array(p), hessian: new Float64Array(p * p) };
  const isLarge = y.length >= sampleFrom && y.length > 200 * p;
  const stride = isLarge ? 10 : 1;
  const sampled = newton(problem, beta, work, stride, isLarge ? 1e-4 : tolerance);
  if (!isLarge) return { beta, iterations: { sampled: 0, full: sampled } };
  for (let i = 0; i < p * p; i++) work.hessian[i] = (work.hessian[i] as number) * stride;
  addRidge(work.hessian, p, ridge - ridge * stride);
  return { beta, iterations: { sampled, full: descend(problem, beta, work) } };
}

type Work = { readonly gradient: Float64Array; readonly hessian: Float64Array };

/** Newton steps over every `stride`-th row until the largest falls below `enough`; the penalty shrinks alike. */
function newton(problem: LogisticProblem, beta: Float64Array, work: Work, stride: number, enough: number) {
  const { d, ridge } = problem;
  const p = d + 1;
  for (let iteration = 1; iteration <= 50; iteration++) {
    gradientAndHessian(problem, beta, stride, work);
    for (let k = 0; k < d; k++)
      work.gradient[k] = (work.gradient[k] as number) + (ridge / stride) * (beta[k] as number);
    addRidge(work.hessian, p, ridge);
    const largest = step(beta, cholesky(damped(work.hessian, p), p), work.gradient, p);
    if (largest < enough) return iteration;
  }
  return 50;
}

/** Full gradients through a fixed Hessian; a step that is not a tenth of the one before renews the Hessian. */
function descend(problem: LogisticProblem, beta: Float64Array, work: Work): number {
  const { d, ridge } = problem;
  const p = d + 1;
  let factor = cholesky(damped(work.hessian, p), p);
  let before = Number.POSITIVE_INFINITY;
  for (let pass = 1; pass <= 100; pass++) {
    gradientOnly(problem, beta, work.gradient);
    for (let k = 0; k < d; k++) work.gradient[k] = (work.gradient[k] as number) + ridge * (beta[k] as number);
    const largest = step(beta, factor, work.gradient, p);
    if (largest < tolerance) return pass;
    if (largest > before * 0.5) {
      gradientAndHessian(problem, beta, 1, work);
      addRidge(work.hessian, p, ridge);
      factor = cholesky(damped(work.hessian, p), p);
    }
    before = largest;
  }
  return 100;
}

/** Adds the ridge to the diagonal of the coefficients. */
function addRidge(hessian: Float64Array, p: number, ridge: number): void {
  for (let k = 0; k < p - 1; k++) hessian[k * p + k] = (hessian[k * p + k] as number) + ridge;
}

/** A whisper on the diagonal keeps constant columns solvable; it moves steps, never the optimum. */
function damped(hessian: Float64Array, p: number): Float64Array {
  const copy = hessian.slice();
  for (let k = 0; k < p; k++) copy[k * p + k] = (copy[k * p + k] as number) + 1e-9;
  return copy;
}

/** Takes a step and answers its largest part; a wild step is cut to 5. */
function step(beta: Float64Array, factor: Float64Array, gradient: Float64Array, p: number): number {
  const move = solveCholesky(factor, gradient, p);
  let largest = 0;
  for (let k = 0; k < p; k++) largest = Math.max(largest, Math.abs(move[k] as number));
  const share = largest > 5 ? 5 / largest : 1;
  for (let k = 0; k < p; k++) beta[k] = (beta[k] as number) - share * (move[k] as number);
  return largest;
}

/** Gradient and lower half of the Hessian of the negative log-likelihood over every `stride`-th row. */
function gradientAndHessian(
  { x, d, y, weights }: LogisticProblem,
  beta: Float64Array,
  stride: number,
  { gradient, hessian }: Work,
): void {
  const p = d + 1;
  gradient.fill(0);
  hessian.fill(0);
  for (let i = 0; i < y.length; i += stride) {
    const at = i * d;
    let z = beta[d] as number;
    for (let k = 0; k < d; k++) z += (beta[k] as number) * (x[at + k] as number);
    const risk = 1 / (1 + Math.exp(-z));
    const w = weights ? (weights[i] as number) : 1;
    const g = w * (risk - (y[i] as number));
    const h = w * risk * (1 - risk);
    for (let k = 0; k < d; k++) {
      const value = x[at + k] as number;
      gradient[k] = (gradient[k] as number) + g * value;
      const row = k * p;
      const hv = h * value;
      for (let j = 0; j <= k; j++)
        hessian[row + j] = (hessian[row + j] as number) + hv * (x[at + j] as number);
      hessian[d * p + k] = (hessian[d * p + k] as number) + hv;
    }
    gradient[d] = (gradient[d] as number) + g;
    hessian[d * p + d] = (hessian[d * p + d] as number) + h;
  }
}

function gradientOnly(
  { x, d, y, weights }: LogisticProblem,
  beta: Float64Array,
  gradient: Float64Array,
): void {
  gradient.fill(0);
  for (let i = 0; i < y.length; i++) {
    const at = i * d;
    let z = beta[d] as number;
    for (let k = 0; k < d; k++) z += (beta[k] as number) * (x[at + k] as number);
    const g = (1 / (1 + Math.exp(-z)) - (y[i] as number)) * (weights ? (weights[i] as number) : 1);
    for (let k = 0; k < d; k++) gradient[k] = (gradient[k] as number) + g * (x[at + k] as number);
    gradient[d] = (gradient[d] as number) + g;
  }
}
