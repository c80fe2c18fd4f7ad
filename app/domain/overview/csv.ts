/** Cells that a spreadsheet would run as a formula are shown as text instead. */
const defused = (cell: string) =>
  /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell;

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Rows as CSV (RFC 4180) with formula injection defused. */
export const stringify = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => quoted(defused(cell))).join(',')).join('\r\n');
