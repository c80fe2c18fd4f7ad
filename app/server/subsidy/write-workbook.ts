import exceljs from 'exceljs';

/** Tables of texts as sheets of an Excel file. Amounts stay texts: a spreadsheet's number is not exact. */
export async function writeWorkbook(sheets: {
  readonly [name: string]: readonly (readonly string[])[];
}): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
    sheet.getRow(1).font = { bold: true };
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
