import { differenceOf, nameOf, ofName, type VersionedDocument } from '#search/documents.ts';
import { type MeiliClient, MeiliFault } from '#search/meili-client.ts';
import { meiliSearch, orderPut, orderRemoval } from '#search/meilisearch.ts';
import type { SqlRunner } from '#search/port.ts';
import { postgresSearch } from '#search/postgres.ts';

const batchSize = 1_000;

/** Notes that these documents changed or went, in the transaction in which they did. */
export async function noteChanges(sql: SqlRunner, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const documents = names.map(ofName);
  await sql.$executeRawUnsafe(
    `insert into search_change (kind, id) select distinct * from unnest($1::text[], $2::text[])
     on conflict (kind, id) do update set noted = nextval('search_change_noted_seq')`,
    documents.map(({ kind }) => kind),
    documents.map(({ id }) => id),
  );
}

/**
 * Takes the next step of carrying noted changes to Meilisearch: settles the tasks that are under way, then sends one batch.
 * Only one batch is under way at a time, and a change is forgotten only when the engine has it. Called under
 * `lockMirror`. Returns how many changes moved on; a task that failed is thrown after it was made to be sent again.
 */
export async function carryChanges(sql: SqlRunner, meili: MeiliClient): Promise<Carried> {
  const settled = await settleTasks(sql, meili);
  if (settled.isUnderWay || settled.fault) return settled;
  return { ...settled, moved: settled.moved + (await sendBatch(sql, meili)) };
}

export type Carried = { readonly moved: number; readonly isUnderWay: boolean; readonly fault?: Error };

/** One process at a time carries or rebuilds; the lock goes with the transaction. */
export async function lockMirror(sql: SqlRunner, wait: boolean): Promise<boolean> {
  const lock = wait
    ? `select true as free from pg_advisory_xact_lock(hashtext('xinqiao search mirror'))`
    : `select pg_try_advisory_xact_lock(hashtext('xinqiao search mirror')) as free`;
  const [row] = await sql.$queryRawUnsafe<{ free: boolean }[]>(lock);
  return row?.free ?? false;
}

async function settleTasks(sql: SqlRunner, meili: MeiliClient): Promise<Carried> {
  const tasks = await sql.$queryRawUnsafe<{ task: string }[]>(
    'select distinct task::text as task from search_change where task is not null',
  );
  let moved = 0;
  for (const { task } of tasks) {
    const { state, detail } = await stateOf(meili, Number(task));
    if (state === 'under-way') return { moved, isUnderWay: true };
    if (state === 'succeeded')
      moved += await sql.$executeRawUnsafe(
        'delete from search_change where task = $1::bigint and noted = sent',
        task,
      );
    await sql.$executeRawUnsafe('update search_change set task = null where task = $1::bigint', task);
    if (state === 'failed') {
      const fault = new MeiliFault(meili.address, 'task-failed', detail);
      return { moved, isUnderWay: false, fault };
    }
  }
  return { moved, isUnderWay: false };
}

/** An engine that lost its memory does not know the task either: it counts as failed and its changes are sent again. */
const stateOf = (meili: MeiliClient, task: number) =>
  meili.stateOf(task).catch((fault: unknown) => {
    if (fault instanceof MeiliFault && fault.code === 'task_not_found')
      return { state: 'failed', detail: fault.code } as const;
    throw fault;
  });

type Change = { readonly kind: string; readonly id: string; readonly noted: string };

async function sendBatch(sql: SqlRunner, meili: MeiliClient): Promise<number> {
  const changes = await sql.$queryRawUnsafe<Change[]>(
    `select kind, id, noted::text as noted from search_change where task is null
     order by search_change.noted limit ${batchSize}`,
  );
  if (changes.length === 0) return 0;
  const documents = await documentsOf(sql, changes);
  const present = new Set(documents.map(({ kind, id }) => nameOf(kind, id)));
  const isPresent = ({ kind, id }: Change) => present.has(nameOf(kind, id));
  if (documents.length > 0) await noteSent(sql, changes.filter(isPresent), await orderPut(meili, documents));
  const gone = changes.filter((change) => !isPresent(change));
  if (gone.length > 0)
    await noteSent(
      sql,
      gone,
      await orderRemoval(
        meili,
        gone.map(({ kind, id }) => nameOf(kind, id)),
      ),
    );
  return changes.length;
}

const noteSent = (sql: SqlRunner, changes: readonly Change[], task: number): Promise<number> =>
  sql.$executeRawUnsafe(
    `update search_change c set task = $4::bigint, sent = new.noted
     from unnest($1::text[], $2::text[], $3::text[]::bigint[]) as new (kind, id, noted)
     where c.kind = new.kind and c.id = new.id`,
    changes.map(({ kind }) => kind),
    changes.map(({ id }) => id),
    changes.map(({ noted }) => noted),
    task,
  );

const documentsOf = (sql: SqlRunner, changes: readonly Change[]): Promise<VersionedDocument[]> =>
  sql.$queryRawUnsafe<VersionedDocument[]>(
    `select d.kind, d.id, d.title, d.body, d.facets, d.version
     from unnest($1::text[], $2::text[]) as wanted (kind, id) join search_document d using (kind, id)`,
    changes.map(({ kind }) => kind),
    changes.map(({ id }) => id),
  );

/** Every document, in pages by kind and id. */
export async function* allDocuments(sql: SqlRunner): AsyncGenerator<readonly VersionedDocument[]> {
  let [kind, id] = ['', ''];
  while (true) {
    const page = await sql.$queryRawUnsafe<VersionedDocument[]>(
      `select kind, id, title, body, facets, version from search_document
       where (kind, id) > ($1, $2) order by kind, id limit ${batchSize}`,
      kind,
      id,
    );
    const last = page.at(-1);
    if (!last) return;
    yield page;
    ({ kind, id } = last);
  }
}

/** Compares versions and notes each document that differs, so that it is carried again. Returns how many. */
export async function noteDifferences(sql: SqlRunner, meili: MeiliClient): Promise<number> {
  const found = await meiliSearch(meili).versions();
  const { missing, stale, extra } = differenceOf(await postgresSearch(sql).versions(), found);
  const names = [...missing, ...stale, ...extra];
  await noteChanges(sql, names);
  return names.length;
}
