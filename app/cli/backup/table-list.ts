import type pg from 'pg';

export type TableShape = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly forced: boolean;
};

type Row = { name: string; columns: string[]; forced: boolean };

/** Every table of ours with its stored columns, those that others refer to first. Prisma's ledger is not among them. */
export async function listTables(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<Row>(`
    select c.relname::text as name, c.relforcerowsecurity as forced,
           array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                                       and a.attgenerated = ''
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not like '\\_prisma%'
    group by c.relname, c.relforcerowsecurity order by c.relname`);
  const references = await client.query<{ from: string; to: string }>(`
    select conrelid::regclass::text as from, confrelid::regclass::text as to
    from pg_constraint where contype = 'f' and conrelid <> confrelid`);
  return inOrder(rows, references.rows);
}

/** Orders tables so that each comes after those it refers to. */
export function inOrder<T extends { readonly name: string }>(
  tables: readonly T[],
  references: readonly { readonly from: string; readonly to: string }[],
): T[] {
  const placed = new Map<string, T>();
  let waiting = [...tables];
  while (waiting.length > 0) {
    const ready = waiting.filter(({ name }) =>
      references.every(({ from, to }) => from !== name || placed.has(to)),
    );
    if (ready.length === 0)
      throw new Error(`tables refer to each other in a circle: ${waiting.map((t) => t.name)}`);
    for (const table of ready) placed.set(table.name, table);
    waiting = waiting.filter(({ name }) => !placed.has(name));
  }
  return [...placed.values()];
}
