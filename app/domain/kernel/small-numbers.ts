/** Fewer firms than this in a cell could point at one of them (O2). */
export const smallestShown = 5;

/** Whether so few stand behind a figure that it would point at one of them. */
export const isSmall = (n: number): boolean => n > 0 && n < smallestShown;

/** Counts of a list and their sum; null where a figure is kept back. */
export type ShownList = { readonly counts: readonly (number | null)[]; readonly total: number | null };

/**
 * Replaces counts from 1 to 4 by null, and with them as many others as it takes that for all that is published each of them could be
 * five or more (complementary suppression). Zeros are shown, so a reader knows that a hidden count is at least 1: of k hidden ones that
 * share a rest none is more than the rest less k − 1. The fewest firms that do are hidden, the total only where nothing else is left.
 *
 * `once` counts each firm in one place of the list only, where firms can stand in several: what follows from a sum is then known to
 * be about at least so many firms.
 */
export function suppressWithTotal(firms: readonly number[], once: readonly number[] = firms): ShownList {
  const hidden = new Set(firms.flatMap((n, at) => (isSmall(n) ? [at] : [])));
  const others = firms.flatMap((n, at) => (n > 0 && !hidden.has(at) ? [at] : []));
  others.sort((a, b) => (once[a] ?? 0) - (once[b] ?? 0) || a - b);
  const most = () => sum([...hidden].map((at) => once[at] ?? 0)) - (hidden.size - 1);
  while (hidden.size > 0 && most() < smallestShown) {
    const least = others.shift();
    if (least === undefined) break;
    hidden.add(least);
  }
  const isTold = hidden.size > 0 && most() < smallestShown;
  const counts = firms.map((n, at) => (hidden.has(at) ? null : n));
  return { counts, total: isTold || isSmall(sum(once)) ? null : sum(once) };
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

/** What else is known of a table whose small numbers are kept back. */
export type TableKnown = {
  /** Each firm counted in one cell only, where firms can stand in several; totals are of these. */
  readonly once?: Grid;
  /** Figures to keep back in any case, by `row/column` (totals come after the last), each with the number that it has to be able to be. */
  readonly floors?: ReadonlyMap<string, number>;
};

/**
 * A table of counts with its totals, of which no small one can be told: small cells and totals are kept back, and so are others until
 * each small one could also be five or more with everything shown as it is and no hidden figure below 1. Rows and columns, totals among
 * them, are the two sides of a graph and figures its edges: a figure can grow where the graph has closed walks through it on which
 * the others change in turn (Gusfield's view of a table). The walks that hide the fewest firms are taken, one after the other, each
 * for as much as its figures allow. No sum of hidden figures can be told to be below five then: each of them alone may be that.
 */
export function suppressTable(firms: Grid, { once = firms, floors }: TableKnown = {}): ShownTable {
  const grid = withTotals(firms, once);
  const need = (cell: Cell) =>
    floors?.get(keyOf(cell.row, cell.column)) ?? (isSmall(cell.firms) ? smallestShown : 0);
  const kept = grid.flat().filter((cell) => cell.firms > 0 && need(cell) > 0);
  const hidden = new Set(kept.map((cell) => keyOf(cell.row, cell.column)));
  for (const cell of kept)
    if (!canReach(grid, hidden, cell, need(cell))) return shownOf(grid, (each) => each.firms > 0);
  return shownOf(grid, (cell) => hidden.has(keyOf(cell.row, cell.column)));
}

export type Grid = readonly (readonly number[])[];
type Cell = { readonly row: number; readonly column: number; readonly firms: number; readonly n: number };
type Cells = readonly (readonly Cell[])[];

const keyOf = (row: number, column: number): string => `${row}/${column}`;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

function summed(counts: Grid): Grid {
  const wide = counts.map((row) => [...row, sum(row)]);
  const columns = wide[0]?.length ?? 1;
  return [...wide, Array.from({ length: columns }, (_, at) => sum(wide.map((row) => row[at] ?? 0)))];
}

/** The cells and their totals; a total is of firms counted once. */
function withTotals(firms: Grid, once: Grid): Cells {
  const [each, all] = [summed(firms), summed(once)];
  return all.map((cells, row) =>
    cells.map((n, column) => {
      const isTotal = row === firms.length || column === cells.length - 1;
      const counted = each[row]?.[column] ?? 0;
      return { row, column, n, firms: isTotal && counted > 0 ? Math.max(n, 1) : counted };
    }),
  );
}

function shownOf(grid: Cells, isHidden: (cell: Cell) => boolean): ShownTable {
  const [last, width] = [grid.length - 1, (grid[0]?.length ?? 1) - 1];
  const shown = grid.map((cells) => cells.map((cell) => (isHidden(cell) ? null : cell.firms)));
  return {
    cells: shown.slice(0, last).map((row) => row.slice(0, width)),
    rowTotals: shown.slice(0, last).map((row) => row[width] ?? null),
    columnTotals: (shown[last] ?? []).slice(0, width),
    total: shown[last]?.[width] ?? null,
  };
}

/** Hides what it takes for a figure to be able to be so many; false where no table is like that. */
function canReach(grid: Cells, hidden: Set<string>, cell: Cell, many: number): boolean {
  const now = grid.map((cells) => cells.map(({ n }) => n));
  for (let missing = many - cell.n; missing > 0; ) {
    const walk = cheapestWalk(grid, now, hidden, cell);
    if (!walk) return false;
    const by = Math.min(missing, walk.most);
    for (const { row, column, moves } of walk.steps) {
      (now[row] as number[])[column] = (now[row]?.[column] ?? 0) + moves * by;
      hidden.add(keyOf(row, column));
    }
    missing -= by;
  }
  return true;
}

type Step = { readonly row: number; readonly column: number; readonly moves: 1 | -1 };
type Walk = { readonly cost: number; readonly most: number; readonly steps: readonly Step[] };
type Node = Walk & { readonly isRow: boolean; readonly at: number };

/**
 * The closed walk on which a figure grows that hides the fewest firms: from its column back to its row, the figures on it changing in
 * turn so that every sum stays. A total stands with the opposite sign in its line; a hidden figure is never below 1.
 */
function cheapestWalk(grid: Cells, now: Grid, hidden: ReadonlySet<string>, cell: Cell): Walk | null {
  const signed = signOf(grid, cell);
  const open: Node[] = [
    { cost: 0, most: Number.POSITIVE_INFINITY, steps: [], isRow: false, at: cell.column },
  ];
  const done = new Set<string>();
  for (;;) {
    open.sort((a, b) => b.cost - a.cost);
    const node = open.pop();
    if (!node) return null;
    if (node.isRow && node.at === cell.row) return node;
    if (done.has(`${node.isRow}${node.at}`)) continue;
    done.add(`${node.isRow}${node.at}`);
    const line = node.isRow ? (grid[node.at] ?? []) : grid.flatMap((row) => row[node.at] ?? []);
    for (const { row, column, firms, n } of line) {
      if (firms === 0 || (row === cell.row && column === cell.column)) continue;
      const moves = ((node.isRow ? signed : -signed) * signOf(grid, { row, column })) as 1 | -1;
      const room = (now[row]?.[column] ?? 0) - 1;
      if (moves < 0 && room < 1) continue;
      open.push({
        cost: node.cost + (hidden.has(keyOf(row, column)) ? 0 : Math.max(n, 1)),
        most: moves < 0 ? Math.min(node.most, room) : node.most,
        steps: [...node.steps, { row, column, moves }],
        isRow: !node.isRow,
        at: node.isRow ? column : row,
      });
    }
  }
}

/** A total stands on the other side of its line's equation, the total of totals on neither or both. */
const signOf = (grid: Cells, { row, column }: { row: number; column: number }): 1 | -1 =>
  (row === grid.length - 1) === (column === (grid[0]?.length ?? 1) - 1) ? 1 : -1;
