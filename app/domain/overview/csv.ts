/** What spreadsheets take for the beginning of a formula, also in the wide forms of Chinese input. */
const opensFormula = /^'*(?:[\s\0]*[=+\-@＝＋－＠]|[\t\r\n])/u;
const isNumber = (cell: string) => /^[+-]?\d[\d,]*(\.\d+)?%?$/.test(cell);

/** A cell that a spreadsheet would run as a formula is made plain text by an apostrophe before it. */
export const defused = (cell: string): string =>
  opensFormula.test(cell) && !isNumber(cell) ? `'${cell}` : cell;

/** A cell as it was before it was made plain text. */
export const restored = (cell: string): string =>
  cell.startsWith("'") && defused(cell.slice(1)) === cell ? cell.slice(1) : cell;

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Rows as CSV (RFC 4180) with formula injection defused. */
export const stringify = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => quoted(defused(cell))).join(',')).join('\r\n');
