import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

/** One line of a bank's file: a credit code and whether the loan went bad. */
export type Outcome = { readonly uscc: string; readonly isBad: boolean };

export type OutcomesRefusal =
  | { readonly code: 'modelling.file-line'; readonly line: number }
  | { readonly code: 'modelling.file-empty' }
  | { readonly code: 'modelling.firm-twice'; readonly line: number };

const mostRows = 500_000;

/** Reads `code,label` lines (label 1 is bad, 0 good) with or without a header; a firm stands in it once. */
export function readOutcomes(text: string): Result<readonly Outcome[], OutcomesRefusal> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const outcomes: Outcome[] = [];
  const seen = new Set<string>();
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const [code = '', label = ''] = line.split(',').map((cell) => cell.trim().toUpperCase());
    const isHeader = at === 0 && !/^[01]$/.test(label);
    if (isHeader) continue;
    if (!/^[0-9A-Z]{18}$/.test(code) || !/^[01]$/.test(label) || outcomes.length >= mostRows)
      return refuse({ code: 'modelling.file-line', line: at + 1 });
    if (seen.has(code)) return refuse({ code: 'modelling.firm-twice', line: at + 1 });
    seen.add(code);
    outcomes.push({ uscc: code, isBad: label === '1' });
  }
  return outcomes.length > 0 ? accept(outcomes) : refuse({ code: 'modelling.file-empty' });
}
