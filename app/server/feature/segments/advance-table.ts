import type { BatchTx } from '~/server/db/batch-client.ts';
import { buildTable, isWide, type Names, placeFirm, rowOf, settle } from './build-table.ts';
import { type FactTable, moveRun, replaceRun } from './fact-table.ts';
import { uuidText } from './key-index.ts';
import { readRows, type Sink, type Succession } from './read-rows.ts';
import { copyFactsOf, copyTouchedFacts, firmsOf, touchedFirms } from './store-segments.ts';

/** Room that a firm which gains a row gets beyond it, so that the next one finds a place. */
const slack = 8;

/** `hasDropped`: a record is no longer used in any version, so that the files that hold it must go. */
export type Advance = { readonly changed: ReadonlySet<number>; readonly hasDropped: boolean };

/**
 * Brings a table from one snapshot of the database to that of this transaction and says which firms changed. New rows are
 * added and the rows that they supersede are ended; a firm with a sealed record, or with a row whose predecessor is not
 * here, is read anew. Rows that are here already change nothing.
 */
export async function advanceTable(
  tx: BatchTx,
  table: FactTable,
  names: Names,
  since: string,
): Promise<Advance> {
  const changed = new Set<number>();
  for (const head of await touchedFirms(tx, since)) changed.add(placeFirm(table, names, head));
  const successions: Succession[] = [];
  const unsure = new Set<number>();
  await readRows(copyTouchedFacts(tx, since), appending(table, names, { changed, successions, unsure }));
  for (const succession of successions)
    if (succession.kind === 'drop' || !settle(table, [succession])) unsure.add(succession.firm);
  for (const firm of changed) table.wide[firm] = table.wide[firm] === 1 || isWide(table, firm) ? 1 : 0;
  if (unsure.size > 0) await rereadFirms(tx, table, names, [...unsure]);
  return { changed, hasDropped: successions.some(({ kind }) => kind === 'drop') };
}

type Marks = { changed: Set<number>; successions: Succession[]; unsure: Set<number> };

function appending(table: FactTable, names: Names, { changed, successions, unsure }: Marks): Sink {
  const free = new Map<number, number>();
  return {
    ...names,
    firmOf(bytes, at) {
      const firm = table.firms.find(bytes, at);
      if (firm < 0) throw new Error('a fact of a firm that left no touch');
      changed.add(firm);
      return firm;
    },
    place(bytes, firm, id) {
      if (rowOf(table, firm, bytes.subarray(id, id + 16)) >= 0) return -1;
      const room = free.get(firm) ?? 0;
      if (room === 0) moveRun(table, firm, slack);
      free.set(firm, (room === 0 ? slack : room) - 1);
      const row = table.end[firm] as number;
      table.end[firm] = row + 1;
      return row;
    },
    columns: () => table.columns,
    succeed: (succession) => successions.push(succession),
    widen: (firm) => unsure.add(firm),
  };
}

/** Puts what the database holds of some firms in the place of their rows. */
async function rereadFirms(
  tx: BatchTx,
  table: FactTable,
  names: Names,
  firms: readonly number[],
): Promise<void> {
  const ids = firms.map((firm) => uuidText(table.firms.keys, firm * 16));
  const heads = await firmsOf(tx, ids);
  const fresh = await buildTable(names, heads, await copyFactsOf(tx, ids), { firms: ids.length, rows: 0 });
  for (let other = 0; other < fresh.firms.size; other++)
    replaceRun(table, table.firms.find(fresh.firms.keys, other * 16), fresh, other);
}
