import { closeSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { columnLayout, columnNames } from '~/domain/feature/columnar/columns.ts';
import { type FactTable, newTable } from './fact-table.ts';

/** First bytes of a file: the format and its version. Another version is not read but built anew. */
const magic = Buffer.from('XQFACTS1');
const headBytes = 16;

/**
 * Writes a table without holes (see `packed`): the number of firms and rows, the firms (id, population, standing, where
 * their rows end), then one column after the other. Numbers are little-endian, as every machine that runs this has them.
 * It is on the disk when this resolves.
 */
export async function writeTable(file: string, table: FactTable): Promise<void> {
  const firms = table.firms.size;
  const head = Buffer.alloc(headBytes);
  magic.copy(head);
  head.writeUInt32LE(firms, 8);
  head.writeUInt32LE(table.used, 12);
  const opened = await open(file, 'w', 0o600);
  try {
    const put = async (array: NodeJS.ArrayBufferView, bytes: number) => {
      for (let at = 0; at < bytes; )
        at += (await opened.write(array as Uint8Array, at, bytes - at)).bytesWritten;
    };
    await put(head, headBytes);
    await put(table.firms.keys, firms * 16);
    for (const bytes of [table.population, table.scored, table.wide]) await put(bytes, firms);
    await put(table.end, firms * 4);
    for (const name of columnNames) await put(table.columns[name], table.used * columnLayout[name][1]);
    await opened.sync();
  } finally {
    await opened.close();
  }
}

/** Reads a table; null when the file is not one of this version or is not whole. `slack` rows are left free at the end. */
export function readTable(file: string, slack = 0): FactTable | null {
  const fd = openSync(file, 'r');
  try {
    const take = (array: Uint8Array | Uint32Array, bytes: number): boolean => {
      let at = 0;
      while (at < bytes) {
        const read = readSync(fd, array, at, bytes - at, null);
        if (read === 0) return false;
        at += read;
      }
      return true;
    };
    const head = new Uint8Array(headBytes);
    if (!take(head, headBytes) || magic.some((byte, i) => head[i] !== byte)) return null;
    const [firms = 0, rows = 0] = new Uint32Array(head.buffer, 8, 2);
    const keys = new Uint8Array(firms * 16);
    if (!take(keys, keys.length)) return null;
    const table = newTable(Math.max(1, firms), rows + slack);
    for (let firm = 0; firm < firms; firm++) table.firms.place(keys, firm * 16);
    const isRead =
      [table.population, table.scored, table.wide].every((bytes) => take(bytes, firms)) &&
      take(table.end, firms * 4) &&
      columnNames.every((name) =>
        take(table.columns[name] as unknown as Uint8Array, rows * columnLayout[name][1]),
      );
    table.start.set(table.end.subarray(0, Math.max(0, firms - 1)), 1);
    table.used = rows;
    return isRead ? table : null;
  } finally {
    closeSync(fd);
  }
}
