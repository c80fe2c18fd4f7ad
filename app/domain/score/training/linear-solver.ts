/**
 * The lower Cholesky factor L of a symmetric positive definite p × p matrix given by its lower half (row-major).
 * Throws where the matrix is not positive definite.
 */
export function cholesky(matrix: Float64Array, p: number): Float64Array {
  const lower = matrix.slice();
  for (let j = 0; j < p; j++) {
    let pivot = lower[j * p + j] as number;
    for (let k = 0; k < j; k++) pivot -= (lower[j * p + k] as number) ** 2;
    if (!(pivot > 0)) throw new RangeError(`not positive definite at ${j}`);
    const root = Math.sqrt(pivot);
    lower[j * p + j] = root;
    for (let i = j + 1; i < p; i++) {
      let value = lower[i * p + j] as number;
      for (let k = 0; k < j; k++) value -= (lower[i * p + k] as number) * (lower[j * p + k] as number);
      lower[i * p + j] = value / root;
    }
  }
  return lower;
}

/** x with L·Lᵀ·x = right, by forward and backward substitution. */
export function solveCholesky(lower: Float64Array, right: Float64Array, p: number): Float64Array {
  const x = right.slice();
  for (let i = 0; i < p; i++) {
    let value = x[i] as number;
    for (let k = 0; k < i; k++) value -= (lower[i * p + k] as number) * (x[k] as number);
    x[i] = value / (lower[i * p + i] as number);
  }
  for (let i = p - 1; i >= 0; i--) {
    let value = x[i] as number;
    for (let k = i + 1; k < p; k++) value -= (lower[k * p + i] as number) * (x[k] as number);
    x[i] = value / (lower[i * p + i] as number);
  }
  return x;
}
