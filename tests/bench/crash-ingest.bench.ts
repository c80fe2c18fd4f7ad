import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkout } from '~/cli/boot/home.ts';
import { type OpenDatabase, openDatabase } from '~/cli/boot/open-database.ts';
import { prepareDatabase } from '~/cli/boot/prepare-database.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import type { Uscc } from '~/domain/enterprise/uscc.ts';
import { type Canonical, canonicalJson, sha256 } from '~/domain/kernel/hash.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { verifyAudit } from '~/server/audit/verify-audit.ts';
import { useDatabase } from '~/server/db/client.ts';
import { ingestFile } from '~/server/record/ingest-file.ts';
import { receiveDelivery } from '~/server/record/receive-delivery.ts';
import { takeInReceived } from '~/server/record/take-in-received.ts';
import type { Bench, BenchContext, Figure } from './bench.ts';
import { codesOf, writeRegister } from './ingest-data.ts';

const firms = codesOf(400);
const rowsEach = 3_000;
/** Every so many kills a process of PostgreSQL is killed instead, and the whole server recovers from its log. */
const serverEvery = 10;

/**
 * Kills the worker in the middle of taking deliveries in, and now and then a process of PostgreSQL, 200 times (`--count`)
 * with `kill -9`. Then records, quarantine, outbox and audit log must be those of the same deliveries undisturbed.
 */
export const bench: Bench = {
  name: 'crash-ingest',
  async run(context) {
    const kills = context.count ?? 200;
    const disturbed = await withDatabase(context, (database, folder) =>
      disturb(database, folder, kills, context),
    );
    const quiet = await withDatabase(context, (database) => undisturbed(database, disturbed.deliveries));
    const parts = Object.keys(quiet.state);
    const differing = parts.filter((part) => disturbed.state[part] !== quiet.state[part]);
    if (differing.length > 0) process.stderr.write(`${JSON.stringify({ differing, disturbed, quiet })}\n`);
    return {
      kills: whole(kills, kills, 1, 'kills'),
      deliveries: whole(disturbed.deliveries, disturbed.deliveries, 1, 'files'),
      differing: whole(differing.length, parts.length, 0, 'parts'),
      'broken-chains': whole(disturbed.chains + quiet.chains, 2, 0, 'chains'),
    };
  },
};

const whole = (value: number, of: number, target: number, unit: string): Figure => ({
  values: [value],
  baselines: [of],
  unit,
  target,
});

/** A throwaway database whose commits reach the disk, with the firms in their register. */
async function withDatabase<T>(
  { progress }: BenchContext,
  work: (database: OpenDatabase, folder: string) => Promise<T>,
): Promise<T> {
  const database = await openDatabase({ throwaway: true, durable: true });
  const folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-crash-'));
  const before = process.env.DATABASE_BATCH_URL;
  try {
    await prepareDatabase(database, progress);
    process.env.DATABASE_BATCH_URL = database.batchUrl;
    await useDatabase(database.batchUrl);
    const register = await writeRegister(folder, firms);
    insist(await ingestFile(system('bench'), { ...register, encoding: 'utf-8' }));
    return await work(database, folder);
  } finally {
    process.env.DATABASE_BATCH_URL = before;
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const operator = {
  kind: 'person',
  userId: '00000000-0000-4000-8000-0000000000bb',
  name: '测试运营',
  role: 'data-operator',
  enterpriseId: null,
  institutionId: null,
  institutionName: null,
  demo: false,
} as unknown as Person;

const items = ['tax.payment', 'penalty.decision', 'list.abnormal-operation'] as const;
const headings = {
  'tax.payment': '统一社会信用代码,记录编号,日期,金额,类别',
  'penalty.decision': '统一社会信用代码,记录编号,日期,金额,类别',
  'list.abnormal-operation': '统一社会信用代码,记录编号,日期,截止日期,类别',
} as const;
const categories = {
  'tax.payment': '增值税',
  'penalty.decision': '一般',
  'list.abnormal-operation': '住所无法联系',
};

/** The same delivery for the same number: new records, corrections of older ones, faults, and firms nobody knows. */
function csvOf(no: number): { readonly item: string; readonly content: Uint8Array<ArrayBuffer> } {
  const item = items[no % items.length] as (typeof items)[number];
  const version = Math.floor(no / items.length);
  const lines = Array.from({ length: rowsEach }, (_, i) => {
    const uscc = i % 300 === 7 ? '91640104MAXXZZZZZZ' : (firms[(i * 7) % firms.length] as Uscc);
    const record = `${i % 2 === 0 ? 'S' : `V${version}-`}${i}`;
    const date = i % 500 === 3 ? '2025-13-40' : `2025-0${(i % 9) + 1}-01`;
    const third =
      item === 'list.abnormal-operation'
        ? version % 2
          ? '2026-06-01'
          : ''
        : `${(i % 20 === 0 ? version : 0) + i}.50`;
    return [uscc, record, date, third, categories[item]].join(',');
  });
  return { item, content: Buffer.from([headings[item], ...lines].join('\n')) };
}

async function handIn(no: number): Promise<void> {
  const fileName = `delivery-${String(no).padStart(5, '0')}.csv`;
  insist(await receiveDelivery(operator, { ...csvOf(no), fileName, encoding: 'utf-8' }));
}

async function undisturbed(database: OpenDatabase, deliveries: number) {
  for (let no = 0; no < deliveries; no += 1) await handIn(no);
  for (const id of await waiting(database)) await takeInReceived(system('worker'), id);
  return outcomeOf(database, deliveries);
}

const waiting = ({ batchUrl }: OpenDatabase): Promise<string[]> =>
  withClient(batchUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `select id from record_batch where state = 'received' order by file_name`,
    );
    return rows.map(({ id }) => id);
  });

async function disturb(database: OpenDatabase, folder: string, kills: number, { progress }: BenchContext) {
  const bar = progress('crash-ingest', kills);
  const worker = new Worker(database, path.join(folder, 'notes'));
  const fill = async () => {
    for (let left = (await waiting(database)).length; left < 3; left += 1)
      await handIn(await countDeliveries(database));
  };
  try {
    worker.start();
    for (let killed = 1; killed <= kills; killed += 1) {
      await persistently(fill);
      if (killed % serverEvery === 0) await killServerProcess(database);
      else {
        await worker.kill(Math.random() * 1_200);
        worker.start();
      }
      bar.tick();
    }
    while ((await persistently(() => waiting(database))).length > 0) await sleep(50);
  } finally {
    await worker.stop();
    bar.done();
  }
  return outcomeOf(database, await countDeliveries(database));
}

/** Counted in the database: one that was cut off may be in or not. */
const countDeliveries = ({ batchUrl }: OpenDatabase): Promise<number> =>
  withClient(batchUrl, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from record_batch where file_name like 'delivery-%'`,
    );
    return rows[0]?.n ?? 0;
  });

/** The server may be recovering: the same is asked again until it answers. */
async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1)
    try {
      return await work();
    } catch (fault) {
      if (tries === 200) throw fault;
      await sleep(50);
    }
}

class Worker {
  #process: ChildProcess | undefined;

  constructor(
    readonly database: OpenDatabase,
    readonly notes: string,
  ) {}

  #begun = (): number =>
    existsSync(this.notes) ? readFileSync(this.notes, 'utf8').split('\n').length - 1 : 0;

  start(): void {
    const script = path.join(checkout, 'tests/bench/crash-ingest-client.ts');
    this.#process = spawn(process.execPath, ['--import', 'tsx', script, this.database.batchUrl, this.notes], {
      cwd: checkout,
      env: {
        ...process.env,
        DATABASE_APP_URL: this.database.batchUrl,
        DATABASE_BATCH_URL: this.database.batchUrl,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }

  /** Waits until it has begun another delivery, lets it go on for a moment, and kills it. */
  async kill(afterMs: number): Promise<void> {
    const before = this.#begun();
    for (let waited = 0; this.#begun() === before; waited += 1) {
      if (this.#process?.exitCode !== null) throw new Error('the worker stopped by itself');
      if (waited > 3_000) throw new Error('the worker began nothing');
      await sleep(10);
    }
    await sleep(afterMs);
    await this.#end('SIGKILL');
  }

  stop = (): Promise<void> => this.#end('SIGTERM');

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#process;
    if (child?.exitCode !== null) return;
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  }
}

/** Kills a session that is at work as the operating system would; PostgreSQL ends all others and replays its log. */
async function killServerProcess({ server }: OpenDatabase): Promise<void> {
  const superuser = server?.superuserUrl('postgres') ?? '';
  for (let tries = 0; tries < 600; tries += 1) {
    const pid = await withClient(superuser, async (client) => {
      const { rows } = await client.query<{ pid: number }>(
        `select pid from pg_stat_activity where usename = 'xinqiao_batch' and xact_start is not null limit 1`,
      );
      return rows[0]?.pid;
    }).catch(() => undefined);
    if (pid && isKilled(pid)) return;
    await sleep(20);
  }
  throw new Error('no session was ever at work');
}

function isKilled(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}

/** What the deliveries left, in words that do not depend on ids and times. */
const states = {
  records: `
    select e.uscc, f.item, encode(f.source_key, 'hex') as key, f.op, f.occurred_on::text, f.precision, f.ended_on::text,
           f.amount_fen::text, f.quantity, f.category, f.detail::text, b.file_name, former.file_name as corrects
    from fact f join enterprise e on e.id = f.enterprise_id join record_batch b on b.id = f.batch_id
    left join fact s on s.enterprise_id = f.enterprise_id and s.id = f.supersedes
    left join record_batch former on former.id = s.batch_id
    order by e.uscc, f.item, key, b.file_name`,
  quarantine: `
    select b.file_name, q.row_no, q.record_no, q.item, q.column_name, q.reason, q.reason_args::text, q.raw::text
    from quarantine_row q join record_batch b on b.id = q.batch_id order by 1, 2, 3`,
  batches: `
    select file_name, file_hash, state, rows_read, rows_accepted, rows_duplicate, rows_quarantined, firms_touched
    from record_batch order by file_name`,
  outbox: `
    select o.job, b.file_name from outbox o left join record_batch b on b.id::text = o.payload->>'batchId' order by 2, 1`,
  audit: `
    select a.action, a.outcome, b.file_name, a.body::jsonb->'detail'->>'accepted' as accepted
    from audit_entry a left join record_batch b on b.id::text = a.body::jsonb->'detail'->>'batchId' order by 3, 1`,
  events: `
    select v.kind, b.file_name, v.payload::text from event_log v left join record_batch b on b.id = v.subject_id order by 2, 1`,
} as const;

async function outcomeOf(database: OpenDatabase, deliveries: number) {
  const state: Record<string, string> = {};
  await withClient(database.batchUrl, async (client) => {
    for (const [part, sql] of Object.entries(states)) {
      const { rows } = await client.query<Record<string, Canonical>>(sql);
      state[part] = `${rows.length} rows ${sha256(canonicalJson(rows))}`;
    }
  });
  await useDatabase(database.batchUrl);
  const verdict = await verifyAudit(system('bench'));
  return { deliveries, state, chains: verdict.ok ? 0 : 1 };
}
