import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { personIn } from '#tests/security/people.ts';
import { openWatch, type Watch } from '#tests/security/watch.ts';
import { demoTemplate } from '#tests/templates.ts';
import { houseOf, type Role } from '~/domain/institution/role.ts';
import { type Actor, anonymous } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** The second wall alone: what the database itself shows and takes, whatever the application asks. */
const urls = freshDatabase({ template: demoTemplate });

/** A table with the columns that name its tenant, and those that a row may be written with. */
type Table = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly writable: readonly string[];
};

let watch: Watch;
let tables: Table[];
let readers: { readonly name: string; readonly actor: Actor; readonly tenant: string }[];

/** Tables that everybody may read: the catalogue and its supply, the shelf, how fast banks answer, and the register with its published ties, which institutions read. */
const open = [
  ...['bank_response', 'branch', 'institution', 'product', 'catalogue_item', 'item_delivery'],
  ...['enterprise', 'relation'],
];
const owners = ['enterprise_id', 'institution_id', 'provider_id', 'guarantor_id'];

beforeAll(async () => {
  watch = await openWatch(urls);
  tables = await watch.rows<Table>(
    `select table_name as name, array_agg(column_name::text) as columns,
       (select array_agg(w.column_name::text) from information_schema.columns w
        where w.table_schema = 'public' and w.table_name = c.table_name and w.is_generated = 'NEVER') as writable
     from information_schema.columns c
     where table_schema = 'public' and column_name = any($1) and table_name <> all($2)
       and exists (select 1 from pg_tables t where t.schemaname = 'public' and t.tablename = c.table_name)
     group by 1 order by 1`,
    [owners, open],
  );
  readers = await makeReaders();
}, 600_000);
afterAll(() => watch.close());

async function makeReaders() {
  const [bank] = await watch.rows<{ id: string; firm: string }>(
    'select institution_id::text as id, enterprise_id::text as firm from loan order by id limit 1',
  );
  const [provider] = await watch.rows<{ id: string }>(
    'select provider_id::text as id from record_batch order by id limit 1',
  );
  const [guarantor] = await watch.rows<{ id: string }>(
    'select guarantor_id::text as id from guarantee_contract order by id limit 1',
  );
  const of = async (role: Role, tenant: string | null) => {
    const { person } = await personIn(role, tenant);
    return { name: role, actor: person, tenant: houseOf[role] === 'regulator' ? '' : (tenant ?? '') };
  };
  return [
    { name: 'anonymous', actor: anonymous, tenant: '' },
    await of('owner', bank?.firm ?? null),
    await of('clerk', bank?.firm ?? null),
    await of('officer', bank?.id ?? null),
    await of('institution-admin', bank?.id ?? null),
    await of('guarantee-officer', guarantor?.id ?? null),
    await of('liaison', provider?.id ?? null),
    await of('regulator', null),
  ];
}

/** What a row's tenant columns must hold for the reader to see it: one of them is the reader's tenant. */
const foreign = ({ columns }: Table, tenant: string): string =>
  columns.map((column) => `${column}::text is distinct from '${tenant || 'nobody'}'`).join(' and ');

/** How many rows of others the reader gets from the database when asking for everything. */
async function leaks(actor: Actor, table: Table, tenant: string): Promise<number> {
  const self = actor.kind === 'person' && table.name === 'user_account' ? ` and id <> '${actor.userId}'` : '';
  const sql = `select count(*)::int as n from ${table.name} where ${foreign(table, tenant)}${self}`;
  const [row] = await withActor(actor, (tx) => tx.$queryRawUnsafe<{ n: number }[]>(sql)).catch(
    nothingAllowed,
  );
  return row?.n ?? 0;
}

/** What the database refuses for want of a right or by a policy; anything else is a fault of the test. */
function refusedBy(fault: unknown): void {
  if (!/42501|permission denied|row-level security/.test(String(fault))) throw fault;
}

/** A role without any right on a table sees as little as one with a policy that shows nothing. */
function nothingAllowed(fault: unknown): { n: number }[] {
  refusedBy(fault);
  return [{ n: 0 }];
}

function nothingDone(fault: unknown): number {
  refusedBy(fault);
  return 0;
}

const allLeaks = async (only?: Table): Promise<string[]> => {
  const found: string[] = [];
  for (const { name, actor, tenant } of readers)
    for (const table of only ? [only] : tables) {
      const n = await leaks(actor, table, tenant);
      if (n > 0) found.push(`${name} sees ${n} rows of ${table.name}`);
    }
  return found;
};

describe('reading', () => {
  test('nobody is shown a row of another tenant', async () => {
    expect(tables.length).toBeGreaterThan(20);
    expect(await allLeaks()).toEqual([]);
  }, 600_000);

  test('own rows are shown', async () => {
    const [owner] = readers.filter(({ name }) => name === 'owner');
    const own = await withActor(owner?.actor ?? anonymous, (tx) => tx.loan.count());
    expect(own).toBeGreaterThan(0);
  });

  test('without its policy any table gives itself away: every one of them is what holds', async () => {
    const unseen: string[] = [];
    for (const table of tables) {
      const [held] = await watch.rows<{ n: number }>(`select count(*)::int as n from ${table.name}`);
      const [right] = await watch.rows<{ may: boolean }>(
        `select has_table_privilege('xinqiao_app', '${table.name}', 'select') as may`,
      );
      if (!held?.n || !right?.may) continue;
      await watch.rows(`alter table ${table.name} disable row level security`);
      const seen = await allLeaks(table);
      await watch.rows(`alter table ${table.name} enable row level security`);
      if (seen.length === 0) unseen.push(table.name);
    }
    expect(unseen).toEqual([]);
  }, 300_000);
});

/** The row under an id of its own, where its ids are drawn and not counted. */
const renewed = (row: { readonly id?: unknown }) =>
  typeof row.id === 'string' && row.id.includes('-') ? { ...row, id: crypto.randomUUID() } : row;

describe('writing', () => {
  /** Messages to the other party and the log of what happened may be written by all; nobody reads them back. */
  const letterboxes = ['event_log', 'notification'];

  test('nobody changes or takes away a row of another tenant', async () => {
    const done: string[] = [];
    for (const { name, actor, tenant } of readers)
      for (const table of tables)
        for (const verb of ['update', 'delete'] as const) {
          const [column] = table.columns;
          const what =
            verb === 'update'
              ? `update ${table.name} set ${column} = ${column}`
              : `delete from ${table.name}`;
          const sql = `${what} where ${foreign(table, tenant)}${table.name === 'user_account' && actor.kind === 'person' ? ` and id <> '${actor.userId}'` : ''}`;
          const n = await withActor(actor, (tx) => tx.$executeRawUnsafe(sql)).catch(nothingDone);
          if (n > 0) done.push(`${name}: ${verb} ${n} of ${table.name}`);
        }
    expect(done).toEqual([]);
  }, 600_000);

  test('nobody adds a row to another tenant', async () => {
    const done: string[] = [];
    for (const table of tables.filter(({ name }) => !letterboxes.includes(name)))
      for (const { name, actor, tenant } of readers) {
        const [row] = await watch.rows<{ body: { readonly id?: unknown } }>(
          `select to_jsonb(t) as body from ${table.name} t where ${foreign(table, tenant)} limit 1`,
        );
        if (!row) continue;
        const body = JSON.stringify(renewed(row.body));
        const columns = table.writable.join(', ');
        const sql = `insert into ${table.name} (${columns}) select ${columns} from jsonb_populate_record(null::${table.name}, $1::jsonb)`;
        const n = await withActor(actor, (tx) => tx.$executeRawUnsafe(sql, body)).catch(nothingDone);
        if (n > 0) done.push(`${name} adds to ${table.name}`);
      }
    expect(done).toEqual([]);
  }, 600_000);
});
