import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Card, cardFeatures } from '../card.ts';
import { type LabelRefusal, missingColumn } from '../training/frame-of-table.ts';
import type { RawTable } from '../training/raw-table.ts';
import { scaledNumbers } from '../training/read-column.ts';
import { type RuleScore, scoreValues } from './score-values.ts';

/** What a rule card says of chosen rows of a table whose columns bear the names of its features, in whole numbers. */
export function scoreRuleTable(
  card: Card,
  table: RawTable,
  rows: Uint32Array,
): Result<RuleScore[], LabelRefusal> {
  const columns: Float64Array[] = [];
  for (const code of cardFeatures(card)) {
    const column = table.columns.find(({ name }) => name === code);
    if (!column) return refuse(missingColumn(code, table));
    columns.push(scaledNumbers(column, 1).values as Float64Array);
  }
  const input = (row: number) => columns.map((values) => known(values[row] as number));
  return accept(Array.from(rows, (row) => scoreValues(card, input(row))));
}

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
