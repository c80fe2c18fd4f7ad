/** A factor for each hidden figure, then what they come to. */
export type Line = readonly number[];

export type Bounds = { low: number; high: number };

/**
 * What an attacker learns of hidden figures, each at least 1, from published sums: the equations are solved by elimination, and on all
 * that this leaves bounds narrow one another until nothing moves.
 */
export function boundsOf(sums: readonly Line[], figures: number): Bounds[] {
  const all = [...sums, ...eliminated(sums)];
  const bounds = Array.from({ length: figures }, () => ({ low: 1, high: Number.POSITIVE_INFINITY }));
  for (let moved = true, rounds = 0; moved && rounds < 60; rounds += 1) {
    moved = false;
    for (const line of all) for (const at of bounds.keys()) moved = narrow(bounds, line, at) || moved;
  }
  return bounds;
}

export type Figure = { readonly n: number; readonly isHidden: boolean };

/**
 * Names of figures of a page that are small and shown, or that its sums tell to be small; `sums` name the whole and then its parts.
 */
export function toldOf(
  figures: ReadonlyMap<string, Figure>,
  sums: readonly (readonly string[])[],
  smallest = 5,
): string[] {
  const unknown = [...figures].flatMap(([name, { isHidden }]) => (isHidden ? [name] : []));
  const lines = sums.map(([whole = '', ...parts]): Line => {
    const line = Array.from({ length: unknown.length + 1 }, () => 0);
    for (const [name, factor] of [[whole, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
      const { n, isHidden } = figures.get(name) ?? { n: 0, isHidden: false };
      const at = isHidden ? unknown.indexOf(name) : unknown.length;
      line[at] = (line[at] ?? 0) + (isHidden ? factor : -factor * n);
    }
    return line;
  });
  const bounds = boundsOf(lines, unknown.length);
  return [
    ...[...figures].flatMap(([name, { n, isHidden }]) => (!isHidden && n > 0 && n < smallest ? [name] : [])),
    ...unknown.filter((_, at) => (bounds[at]?.high ?? 0) < smallest),
  ];
}

/** Gauss and Jordan; sums of a table never need a fraction. */
function eliminated(lines: readonly Line[]): Line[] {
  const rows = lines.map((line) => [...line]);
  let top = 0;
  for (let at = 0; at < (rows[0]?.length ?? 1) - 1; at += 1) {
    const found = rows.findIndex((row, i) => i >= top && row[at] !== 0);
    if (found < 0) continue;
    [rows[top], rows[found]] = [rows[found] as number[], rows[top] as number[]];
    const pivot = rows[top] as number[];
    const by = pivot[at] as number;
    rows[top] = pivot.map((n) => n / by);
    for (const [i, row] of rows.entries())
      if (i !== top && row[at] !== 0)
        rows[i] = row.map((n, j) => n - (row[at] as number) * (rows[top]?.[j] ?? 0));
    top += 1;
  }
  return rows.slice(0, top);
}

function narrow(bounds: { low: number; high: number }[], line: Line, at: number): boolean {
  const factor = line[at] ?? 0;
  const bound = bounds[at];
  if (factor === 0 || !bound) return false;
  let [least, most] = [line[bounds.length] ?? 0, line[bounds.length] ?? 0];
  for (const [other, of] of bounds.entries()) {
    const times = line[other] ?? 0;
    if (other === at || times === 0) continue;
    least -= times > 0 ? times * of.high : times * of.low;
    most -= times > 0 ? times * of.low : times * of.high;
  }
  const [low, high] = factor > 0 ? [least / factor, most / factor] : [most / factor, least / factor];
  const next = { low: Math.max(bound.low, low), high: Math.min(bound.high, high) };
  const moved = next.low > bound.low || next.high < bound.high;
  Object.assign(bound, next);
  return moved;
}
