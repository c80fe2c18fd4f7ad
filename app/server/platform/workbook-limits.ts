/** Parts of the archive that a workbook is. */
export const mostWorkbookParts = 1_000;
/** Cells of a sheet, empty ones before filled ones included. */
export const mostWorkbookCells = 4_000_000;
/** Characters of the cells together: a text that many cells share is counted for each of them. */
export const mostWorkbookText = 100_000_000;
