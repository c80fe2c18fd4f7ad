/** A column as read: the distinct texts in the order they appeared, and which one each row has. */
export type RawColumn = {
  readonly name: string;
  readonly texts: readonly string[];
  readonly codes: Int32Array;
};

/** A table as read; columns in the order of the file. */
export type RawTable = { readonly rows: number; readonly columns: readonly RawColumn[] };

const blanks = new Set(['', 'na', 'n/a', 'nan', 'null', 'none', '?', '.']);

/** Whether a cell says that nothing is known. */
export const isBlank = (text: string): boolean => blanks.has(text.trim().toLowerCase());

/** Collects rows into columns; every distinct text is kept once, so that a large file stays small in memory. */
export function tableBuilder(header: readonly string[]) {
  const columns = header.map((name) => ({
    name,
    known: new Map<string, number>(),
    texts: [] as string[],
    codes: new Int32Array(1024),
  }));
  let rows = 0;
  const add = (cells: readonly string[]) => {
    columns.forEach((column, k) => {
      const text = (cells[k] ?? '').trim();
      let code = column.known.get(text);
      if (code === undefined) {
        code = column.texts.length;
        column.known.set(text, code);
        column.texts.push(text);
      }
      if (rows === column.codes.length) column.codes = grown(column.codes);
      column.codes[rows] = code;
    });
    rows++;
  };
  const finish = (): RawTable => ({
    rows,
    columns: columns.map(({ name, texts, codes }) => ({ name, texts, codes: codes.slice(0, rows) })),
  });
  return { add, finish };
}

function grown(codes: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(codes.length * 2);
  larger.set(codes);
  return larger;
}
