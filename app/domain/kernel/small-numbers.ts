/** Fewer firms than this in a cell could point at one of them (O2). */
export const smallestShown = 5;

/** Whether so few stand behind a figure that it would point at one of them. */
export const isSmall = (n: number): boolean => n > 0 && n < smallestShown;

/** Counts of a list and their sum; null where a figure is kept back. */
export type ShownList = { readonly counts: readonly (number | null)[]; readonly total: number | null };

/**
 * Replaces counts from 1 to 4 by null, and with them as many others as it takes that none follows from the total of the list
 * (complementary suppression). Zeros are shown, so a reader knows that a hidden count is at least 1: of two hidden ones that
 * share a rest one has to be 2 or more, else both would be 1. The fewest firms that do are hidden, the total only where nothing
 * else is left to hide.
 */
export function suppressWithTotal(counts: readonly number[]): ShownList {
  const hidden = new Set(counts.flatMap((n, at) => (isSmall(n) ? [at] : [])));
  const isOpen = (at: number) =>
    [...hidden].every((other) => other === at || ((counts[at] ?? 0) < 2 && (counts[other] ?? 0) < 2));
  const others = counts.flatMap((n, at) => (n > 0 && !hidden.has(at) ? [at] : []));
  others.sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b);
  while ([...hidden].some(isOpen)) {
    const least = others.shift();
    if (least === undefined) break;
    hidden.add(least);
  }
  const shown = counts.map((n, at) => (hidden.has(at) ? null : n));
  const total = sum(counts);
  return { counts: shown, total: isSmall(total) || [...hidden].some(isOpen) ? null : total };
}

/** The counts alone, where their total is not shown or known to be large. */
export const suppressSmall = (counts: readonly number[]): (number | null)[] => [
  ...suppressWithTotal(counts).counts,
];

/** Counts of rows by columns with the sums that are shown beside them; null where a figure is kept back. */
export type ShownTable = {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
  readonly total: number | null;
};

/**
 * A table of counts with its totals, of which no small one can be told: small cells and totals are kept back, and so are others
 * until each hidden figure could also have been another one with everything shown as it is and no hidden figure below 1. Rows and
 * columns, totals among them, are the two sides of a graph and figures its edges: a figure can change by one where the graph has
 * a closed walk through it on which the others can change in turn (Gusfield's view of a table). The walk that hides the fewest
 * firms is taken.
 */
export function suppressTable(counts: readonly (readonly number[])[]): ShownTable {
  const grid = withTotals(counts);
  const last = grid.length - 1;
  const width = (grid[0]?.length ?? 1) - 1;
  const hidden = new Set<string>();
  for (const { row, column, n } of cellsOf(grid)) if (isSmall(n)) hidden.add(keyOf(row, column));
  for (let changed = true; changed; ) {
    changed = false;
    for (const key of [...hidden]) {
      const walk = cheapestWalk(grid, hidden, key);
      if (!walk) return shownOf(grid, (row, column) => (grid[row]?.[column] ?? 0) > 0, last, width);
      for (const step of walk.filter((other) => !hidden.has(other))) {
        hidden.add(step);
        changed = true;
      }
    }
  }
  return shownOf(grid, (row, column) => hidden.has(keyOf(row, column)), last, width);
}

type Grid = readonly (readonly number[])[];
type Cell = { readonly row: number; readonly column: number; readonly n: number };

const keyOf = (row: number, column: number): string => `${row}/${column}`;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

function withTotals(counts: Grid): Grid {
  const wide = counts.map((row) => [...row, sum(row)]);
  const columns = wide[0]?.length ?? 1;
  return [...wide, Array.from({ length: columns }, (_, at) => sum(wide.map((row) => row[at] ?? 0)))];
}

const cellsOf = (grid: Grid): Cell[] =>
  grid.flatMap((cells, row) => cells.map((n, column) => ({ row, column, n })));

function shownOf(
  grid: Grid,
  isHidden: (row: number, column: number) => boolean,
  last: number,
  width: number,
): ShownTable {
  const shown = grid.map((cells, row) => cells.map((n, column) => (isHidden(row, column) ? null : n)));
  return {
    cells: shown.slice(0, last).map((row) => row.slice(0, width)),
    rowTotals: shown.slice(0, last).map((row) => row[width] ?? null),
    columnTotals: (shown[last] ?? []).slice(0, width),
    total: shown[last]?.[width] ?? null,
  };
}

/** The other figures of the closed walk through a figure that hides the fewest firms; null where there is none. */
function cheapestWalk(grid: Grid, hidden: ReadonlySet<string>, key: string): readonly string[] | null {
  const walks = ([1, -1] as const).flatMap((change) => walkFrom(grid, hidden, key, change) ?? []);
  walks.sort((a, b) => a.cost - b.cost);
  return walks[0]?.steps ?? null;
}

type Walk = { readonly cost: number; readonly steps: readonly string[] };
type Node = {
  readonly cost: number;
  readonly steps: readonly string[];
  readonly isRow: boolean;
  readonly at: number;
};

/**
 * The cheapest walk when the figure grows by one (1) or shrinks (-1): from its column back to its row, the figures on it changing
 * in turn so that every sum stays. A total stands with the opposite sign in its line.
 */
function walkFrom(grid: Grid, hidden: ReadonlySet<string>, key: string, change: 1 | -1): Walk | null {
  const [row = 0, column = 0] = key.split('/').map(Number);
  if (change < 0 && (grid[row]?.[column] ?? 0) < 2) return null;
  const signed = change * signOf(grid, row, column);
  const open: Node[] = [{ cost: 0, steps: [], isRow: false, at: column }];
  const done = new Set<string>();
  for (;;) {
    open.sort((a, b) => b.cost - a.cost);
    const node = open.pop();
    if (!node) return null;
    if (node.isRow && node.at === row) return { cost: node.cost, steps: node.steps };
    if (done.has(`${node.isRow}${node.at}`)) continue;
    done.add(`${node.isRow}${node.at}`);
    for (const { row: r, column: c, n } of cellsOf(grid)) {
      const key2 = keyOf(r, c);
      if (n === 0 || key2 === key || (node.isRow ? r : c) !== node.at) continue;
      const moves = (node.isRow ? signed : -signed) * signOf(grid, r, c);
      if (moves < 0 && n < 2) continue; // a hidden figure is never below 1
      const cost = node.cost + (hidden.has(key2) ? 0 : n);
      open.push({ cost, steps: [...node.steps, key2], isRow: !node.isRow, at: node.isRow ? c : r });
    }
  }
}

/** A total stands on the other side of its line's equation, the total of totals on neither or both. */
const signOf = (grid: Grid, row: number, column: number): 1 | -1 =>
  (row === grid.length - 1) === (column === (grid[0]?.length ?? 1) - 1) ? 1 : -1;
