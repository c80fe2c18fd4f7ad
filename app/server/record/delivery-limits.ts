/**
 * How much of anything a delivery may hold. None of these is met by a file that a department writes; they keep a broken or
 * hostile one from taking the memory or the time of everybody else.
 */

/** Characters of one line of CSV or JSON: a quote that is never closed must not swallow the file. */
export const longestLine = 1_000_000;
/** Columns of a table. */
export const mostColumns = 1_000;
/** Cells of one row: a line of nothing but commas is no row. */
export const mostCells = 20_000;
