import { createReadStream, statSync } from 'node:fs';
import { PassThrough, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type CsvError, parse } from 'csv-parse';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type RawTable, tableBuilder } from '~/domain/score/training/raw-table.ts';
import type { FileRefusal } from './card-file.ts';

export type CasesRefusal =
  | FileRefusal
  | { readonly code: 'card.file-unreadable'; readonly file: string; readonly line: number }
  | { readonly code: 'card.file-empty'; readonly file: string }
  | { readonly code: 'card.column-twice'; readonly column: string };

/** Reads a CSV of cases (UTF-8, header, plain or .gz) into columns; `onBytes` hears of bytes read from the disk. */
export async function readCases(
  file: string,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<Result<RawTable, CasesRefusal>> {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    return refuse({ code: 'card.file-missing', file });
  const disk = createReadStream(file);
  disk.on('data', (chunk) => onBytes(chunk.length));
  const parser = parse({ bom: true, skip_empty_lines: true, relax_column_count_more: false });
  const unpack = file.endsWith('.gz') ? createGunzip() : new PassThrough();
  pipeline(disk, unpack, parser, () => undefined); // a failure surfaces where the rows are read
  let builder: ReturnType<typeof tableBuilder> | undefined;
  let rows = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      if (builder) builder.add(cells);
      else {
        const twice = cells.find((name, i) => cells.indexOf(name) !== i);
        if (twice !== undefined) return refuse({ code: 'card.column-twice', column: twice });
        builder = tableBuilder(cells.map((name) => name.trim()));
      }
      rows++;
    }
  } catch (fault) {
    if (!isUnreadable(fault)) throw fault;
    return refuse({ code: 'card.file-unreadable', file, line: (fault as CsvError).lines ?? rows + 1 });
  }
  return builder && rows > 1 ? accept(builder.finish()) : refuse({ code: 'card.file-empty', file });
}

/** What the CSV and gzip readers say of bytes that they cannot read. */
const isUnreadable = (fault: unknown): boolean =>
  fault instanceof Error && /^(CSV_|Z_|ERR_STREAM_PREMATURE)/.test(String((fault as CsvError).code ?? ''));
