import { access, constants } from 'node:fs/promises';
import {
  type CellRefusal,
  columnAliases,
  type PortfolioColumn,
  type PortfolioLoan,
  portfolioColumns,
  readPortfolioLoan,
} from '~/domain/compensation/portfolio-loan.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type DeliveryRefusal, DeliveryRefused } from '~/server/record/delivery-refused.ts';
import { openFile } from '~/server/record/open-file.ts';
import { maxBytes, type ReadWatch, readWatched, sizeOf } from '~/server/record/read-disk.ts';

export type PortfolioRefusal =
  | DeliveryRefusal
  | { readonly code: 'record.file-unreadable'; readonly file: string }
  | { readonly code: 'compensation.columns-missing'; readonly columns: readonly string[] }
  | { readonly code: 'compensation.loan-twice'; readonly row: number; readonly number: string }
  | { readonly code: 'compensation.amounts-changed'; readonly row: number; readonly number: string }
  | (CellRefusal & { readonly row: number });

/** Every loan of a portfolio's file, plain or packed; a single row that cannot be read refuses the whole of it. */
export async function readPortfolio(
  file: string,
  watch: ReadWatch = {},
): Promise<Result<PortfolioLoan[], PortfolioRefusal>> {
  const readable = await access(file, constants.R_OK).then(
    () => true,
    () => false,
  );
  if (!readable) return refuse({ code: 'record.file-unreadable', file });
  watch.onSize?.(await sizeOf([file]));
  try {
    return await readRows(file, watch);
  } catch (fault) {
    if (fault instanceof DeliveryRefused) return refuse(fault.refusal);
    throw fault;
  }
}

async function readRows(file: string, watch: ReadWatch): Promise<Result<PortfolioLoan[], PortfolioRefusal>> {
  const options = { encoding: 'auto', expected: portfolioColumns, maxBytes } as const;
  const { header, rows } = await openFile(readWatched(file, watch.onBytes), options);
  const names = header.map((name) => columnAliases[name.trim()] ?? name.trim());
  const places = new Map(portfolioColumns.map((column) => [column, names.indexOf(column)]));
  const missing = portfolioColumns.filter((column) => places.get(column) === -1);
  if (missing.length > 0) return refuse({ code: 'compensation.columns-missing', columns: missing });
  const loans: PortfolioLoan[] = [];
  const seen = new Set<string>();
  for await (const cells of rows) {
    const row = loans.length + 1;
    const read = readPortfolioLoan((column: PortfolioColumn) => cells[places.get(column) ?? -1] ?? '');
    if (!read.ok) return refuse({ ...read.refusal, row });
    const { number } = read.value;
    if (seen.size === seen.add(number).size) return refuse({ code: 'compensation.loan-twice', row, number });
    loans.push(read.value);
  }
  return accept(loans);
}
