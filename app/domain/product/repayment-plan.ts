import { type Fen, plus } from '~/domain/kernel/money.ts';
import type { Instalment } from '~/domain/product/schedule.ts';

/** Instalments shown as one row: from the first to the last of them. */
export type PlanRow = {
  readonly first: number;
  readonly last: number;
  readonly principal: Fen;
  readonly interest: Fen;
};

const mostRows = 12;
const groupings = [1, 3, 6, 12, 24, 36];

/** A schedule as a reader takes it in: each instalment while they are few, else a quarter, a year or more together. The sums stay the same. */
export function planRows(schedule: readonly Instalment[]): PlanRow[] {
  const size = groupings.find((n) => schedule.length <= n * mostRows) ?? schedule.length;
  const rows: PlanRow[] = [];
  for (let at = 0; at < schedule.length; at += size) {
    const part = schedule.slice(at, at + size);
    rows.push({
      first: at + 1,
      last: at + part.length,
      principal: plus(...part.map((row) => row.principal)),
      interest: plus(...part.map((row) => row.interest)),
    });
  }
  return rows;
}
