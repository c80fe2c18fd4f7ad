import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { BoundColumn } from './bind-columns.ts';
import type { Quarantined, RecordProblem } from './draft.ts';

/** How sources leave a cell empty. */
const blanks = new Set(['', 'null', 'nan', 'none', '\\n', 'n/a']);

export const isBlank = (text: string): boolean => blanks.has(text.toLowerCase());

/** The text of a cell without blanks at its edges. */
export const cellAt = (cells: readonly string[], column: NonNullable<BoundColumn>): string =>
  (cells[column.index] ?? '').trim();

/** Characters of a cell that is read; beyond it something else was pasted. */
const longestCell = 4_000;

const readBounded = <T>(
  text: string,
  read: (text: string) => Result<T, RecordProblem>,
): Result<T, RecordProblem> =>
  text.length > longestCell
    ? refuse({ code: 'record.text-too-long', length: text.length, limit: longestCell })
    : read(text);

export type Row = ReturnType<typeof openRow>;

/** Reads cells one after the other and keeps the first problem; after it nothing more is read. */
export function openRow(cells: readonly string[]) {
  return {
    problem: null as Omit<Quarantined, 'item'> | null,
    take<T>(column: BoundColumn, read: (text: string) => Result<T, RecordProblem>): T | null {
      if (!column || this.problem) return null;
      const text = cellAt(cells, column);
      const result = isBlank(text) ? null : readBounded(text, read);
      if (result?.ok) return result.value;
      if (result || column.filled)
        this.problem = { column: column.name, problem: result?.refusal ?? { code: 'record.value-missing' } };
      return null;
    },
    takeAll(columns: readonly (readonly [string, BoundColumn])[]): Record<string, string> {
      const filled: Record<string, string> = {};
      for (const [name, column] of columns) {
        const text = this.take(column, accept<string>);
        if (text) filled[name] = text;
      }
      return filled;
    },
  };
}
