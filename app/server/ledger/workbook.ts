import ExcelJS from 'exceljs';

/** The media type of an XLSX file. */
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A column of a sheet; `yuan` holds an amount in fen as text. */
export type SheetColumn = { readonly header: string; readonly width: number; readonly as: 'text' | 'yuan' };

/** Beyond this many fen a spreadsheet's number is no longer exact to the fen, and the amount is written as text. */
const exactFen = 999_999_999_999_999n;

const yuanCell = (fenText: string): number | string => {
  const amount = BigInt(fenText);
  const size = amount < 0n ? -amount : amount;
  return size > exactFen ? `${amount / 100n}.${String(size % 100n).padStart(2, '0')}` : Number(amount) / 100;
};

/** One sheet as the bytes of an XLSX file: a bold header that stays, amounts as numbers in yuan, a bold last row. */
export async function sheetFile(
  name: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ header, width, as }) => ({
    ...{ header, width },
    style: as === 'yuan' ? { numFmt: '#,##0.00', alignment: { horizontal: 'right' } } : {},
  }));
  for (const row of rows)
    sheet.addRow(row.map((text, i) => (columns[i]?.as === 'yuan' && text !== '' ? yuanCell(text) : text)));
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(sheet.rowCount).font = { bold: true };
  return new Uint8Array(await book.xlsx.writeBuffer());
}
