/** Counts laid out as rows by columns; keys are in the order they were first met after sorting. */
export type Heat = {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** counts[row][column] */
  readonly counts: readonly (readonly number[])[];
};

type Count = { readonly row: string; readonly column: string; readonly n: number };

/** Lays counts out as a table; what nobody counted is zero, what is counted twice is added. */
export function heatOf(counts: readonly Count[]): Heat {
  const rows = [...new Set(counts.map(({ row }) => row))].sort();
  const columns = [...new Set(counts.map(({ column }) => column))].sort();
  const at = (row: string, column: string) =>
    counts.reduce((sum, c) => (c.row === row && c.column === column ? sum + c.n : sum), 0);
  return { rows, columns, counts: rows.map((row) => columns.map((column) => at(row, column))) };
}

/** The last so many months up to one, the oldest first, as `YYYY-MM`. */
export function monthsUpTo(month: string, n: number): string[] {
  const last = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  return Array.from({ length: n }, (_, i) => {
    const index = last - n + 1 + i;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
}
