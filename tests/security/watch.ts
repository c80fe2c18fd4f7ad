import pg from 'pg';
import type { DatabaseUrls } from '~/cli/command.ts';

/** What a request left behind in the database. */
export type Trace = {
  /** Rows written outside the log and the sessions. */
  readonly written: number;
  /** Lines of refused access. */
  readonly denials: number;
  /** Lines of asking for what is not theirs. */
  readonly misses: number;
};

/** Looks from outside, as the owner of the tables whom no policy hides anything from. */
export type Watch = {
  rows<T extends object>(sql: string, values?: readonly unknown[]): Promise<T[]>;
  /** What the work wrote. Requests are made one after the other, so that each answers for itself. */
  trace<T>(work: () => Promise<T>): Promise<{ readonly outcome: T; readonly trace: Trace }>;
  close(): Promise<void>;
};

/** Tables whose rows change by being asked at all: sessions are seen, attempts counted, everything is logged. */
const restless = ['session', 'rate_limit', 'audit_entry', 'audit_head', 'touched'];

const countTouches = `
  create table touched (id bigserial primary key, name text not null);
  create function note_touch() returns trigger language plpgsql security definer as
    $$ begin insert into touched (name) values (tg_argv[0]); return null; end $$;
  do $$ declare t text; begin
    for t in select tablename from pg_tables where schemaname = 'public' and tablename not like '\\_prisma%'
             and tablename not in (${restless.map((name) => `'${name}'`).join(', ')}) loop
      execute format('create trigger note_touch after insert or update or delete on %I for each row execute function note_touch(%L)', t, t);
    end loop;
  end $$;
  create trigger note_denial after insert on audit_entry for each row
    when (new.action = 'access.denied') execute function note_touch('access.denied');
  create trigger note_miss after insert on audit_entry for each row
    when (new.action = 'access.missed') execute function note_touch('access.missed')`;

const since = `
  select (count(*) filter (where name not like 'access.%'))::int as written,
         (count(*) filter (where name = 'access.denied'))::int as denials,
         (count(*) filter (where name = 'access.missed'))::int as misses
  from touched where id > $1`;

/** Counts every row that anything writes from now on. */
export async function openWatch(urls: DatabaseUrls): Promise<Watch> {
  const client = new pg.Client({ connectionString: urls.ownerUrl });
  await client.connect();
  await client.query(countTouches);
  const rows = async <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
    (await client.query<T>(sql, [...values])).rows;
  return {
    rows,
    async trace(work) {
      const [last] = await rows<{ id: string }>('select coalesce(max(id), 0) as id from touched');
      const outcome = await work();
      const [trace] = await rows<Trace>(since, [last?.id]);
      return { outcome, trace: trace ?? { written: 0, denials: 0, misses: 0 } };
    },
    close: () => client.end(),
  };
}
