/** Rows by a key, in the order in which they came. */
export function grouped<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]>;
/** The same with what is taken of each row. */
export function grouped<Row, Value>(
  rows: readonly Row[],
  key: (row: Row) => string,
  take: (row: Row) => Value,
): Map<string, Value[]>;
export function grouped<Row, Value>(
  rows: readonly Row[],
  key: (row: Row) => string,
  take?: (row: Row) => Value,
): Map<string, (Row | Value)[]> {
  const groups = new Map<string, (Row | Value)[]>();
  for (const row of rows) {
    const value = take ? take(row) : row;
    const group = groups.get(key(row));
    if (group) group.push(value);
    else groups.set(key(row), [value]);
  }
  return groups;
}
