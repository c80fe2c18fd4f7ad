import { type LoanCells, type LoanColumn, loanColumns, readLoanRow } from '~/domain/policy/loan-row.ts';
import type { ReplayLoan } from '~/domain/policy/replay.ts';
import { DeliveryRefused } from '~/server/record/delivery-refused.ts';
import { openFile } from '~/server/record/open-file.ts';

type Loans = {
  readonly ok: true;
  readonly loans: readonly ReplayLoan[];
  readonly rejects: { readonly rows: number; readonly first: readonly { line: number; column: string }[] };
};
type Refused = {
  readonly ok: false;
  readonly problem: { readonly code: string; readonly columns?: string[] };
};

const names = Object.keys(loanColumns) as LoanColumn[];
export const mostFileBytes = 40_000_000;
const mostTold = 20;

async function* chunked(content: Uint8Array) {
  for (let at = 0; at < content.length; at += 65_536) yield content.subarray(at, at + 65_536);
}

/** The loans of a CSV file (plain or gzipped); rows that cannot be read are counted, and the first of them named. */
export async function loansOfFile(content: Uint8Array): Promise<Loans | Refused> {
  try {
    return await read(content);
  } catch (problem) {
    if (problem instanceof DeliveryRefused) return { ok: false, problem: { code: 'policy.file-unreadable' } };
    throw problem;
  }
}

async function read(content: Uint8Array): Promise<Loans | Refused> {
  const file = await openFile(chunked(content), { encoding: 'auto', expected: names, maxBytes: 400_000_000 });
  const missing = names.filter((name) => loanColumns[name] && !file.header.includes(name));
  if (missing.length > 0) return { ok: false, problem: { code: 'policy.columns-missing', columns: missing } };
  const loans: ReplayLoan[] = [];
  const first: { line: number; column: string }[] = [];
  let rows = 0;
  let line = 1;
  for await (const cells of file.rows) {
    line += 1;
    const row = readLoanRow(
      Object.fromEntries(file.header.map((name, at) => [name, cells[at]])) as LoanCells,
    );
    if (row.ok) loans.push(row.loan);
    else {
      rows += 1;
      if (first.length < mostTold) first.push({ line, column: row.column });
    }
  }
  return { ok: true, loans, rejects: { rows, first } };
}
