/** A characteristic of a card as a column of the regression: the group of every row and a value for each group. */
export type Term = { readonly codes: Uint8Array; readonly values: Float64Array };

/** The design matrix of chosen rows, row-major. */
export function designOf(terms: readonly Term[], rows: Uint32Array): Float64Array {
  const d = terms.length;
  const x = new Float64Array(rows.length * d);
  terms.forEach(({ codes, values }, k) => {
    for (let i = 0; i < rows.length; i++) x[i * d + k] = values[codes[rows[i] as number] as number] as number;
  });
  return x;
}

/** Log-odds (bad) of chosen rows: intercept, the last of `beta`, and Σ β × value. */
export function marginsOf(terms: readonly Term[], beta: Float64Array, rows: Uint32Array): Float64Array {
  const margins = new Float64Array(rows.length).fill(beta[terms.length] as number);
  terms.forEach(({ codes, values }, k) => {
    const points = values.map((value) => value * (beta[k] as number));
    for (let i = 0; i < rows.length; i++)
      margins[i] = (margins[i] as number) + (points[codes[rows[i] as number] as number] as number);
  });
  return margins;
}

/** Mean of −log-likelihood of outcomes under log-odds. */
export function logLoss(margins: Float64Array, bad: Uint8Array, rows: Uint32Array): number {
  let loss = 0;
  for (let i = 0; i < rows.length; i++) {
    const z = bad[rows[i] as number] ? -(margins[i] as number) : (margins[i] as number);
    loss += z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
  }
  return loss / rows.length;
}
