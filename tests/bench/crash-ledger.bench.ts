import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkout } from '~/cli/boot/home.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { readerOf } from '~/server/db/batch-client.ts';
import { proveLedger } from '~/server/ledger/prove-ledger.ts';
import type { Bench, BenchContext, Figure } from './bench.ts';
import { type DurableLedger, openDurableLedger } from './durable-ledger.ts';

const clients = 4;
/** Every so many kills one of PostgreSQL's own processes is killed instead, and the whole server recovers from its log. */
const serverEvery = 20;

/**
 * Kills clients of the ledger in the middle of what they do, and now and then a process of the database, 200 times
 * (`--count`) with `kill -9`; then every invariant must hold and everything that was acknowledged must be there exactly once.
 */
export const bench: Bench = {
  name: 'crash-ledger',
  async run({ full, count, progress }) {
    const kills = count ?? (full ? 1_000 : 200);
    const ledger = await openDurableLedger(clients, 1_000_000_000_000n);
    const folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-crash-'));
    const crew = Array.from({ length: clients }, (_, i) => new Client(ledger, i, folder));
    try {
      await killThem(ledger, crew, kills, progress);
      await Promise.all(crew.map((client) => client.stop()));
      return await figuresOf(ledger, crew, kills);
    } finally {
      for (const client of crew) client.end();
      await ledger.database.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

class Client {
  #process: ChildProcess | undefined;
  readonly name: string;
  readonly notes: string;

  constructor(
    readonly ledger: DurableLedger,
    readonly index: number,
    folder: string,
  ) {
    this.name = `c${index}`;
    this.notes = path.join(folder, this.name);
  }

  lines = (): string[] =>
    existsSync(this.notes) ? readFileSync(this.notes, 'utf8').split('\n').slice(0, -1) : [];

  /** Begins where the last one stood: what it asked and was not told about is asked again. */
  start(): void {
    const asked = this.lines().findLast((line) => line.startsWith('?'));
    const from = asked?.slice(2) ?? '0';
    const { database, pools, banks } = this.ledger;
    const script = path.join(checkout, 'tests/bench/crash-client.ts');
    const args = [database.batchUrl, this.notes, this.name, from, pools[this.index], banks[this.index]].map(
      String,
    );
    this.#process = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
      cwd: checkout,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }

  /** Waits until it is at work, lets it go on for a moment, and kills it in the middle. */
  async kill(afterMs: number): Promise<void> {
    const before = this.lines().length;
    while (this.lines().length < before + 3) {
      if (this.#process?.exitCode !== null) throw new Error('a client of the ledger stopped by itself');
      await sleep(10);
    }
    await sleep(afterMs);
    const ended = this.#ended();
    this.#process?.kill('SIGKILL');
    await ended;
  }

  async stop(): Promise<void> {
    const ended = this.#ended();
    this.#process?.kill('SIGTERM');
    await ended;
  }

  /** Leaves none behind when the bench fails. */
  end = (): void => void this.#process?.kill('SIGKILL');

  #ended = () => new Promise<void>((resolve) => this.#process?.once('exit', () => resolve()));
}

async function killThem(
  ledger: DurableLedger,
  crew: readonly Client[],
  kills: number,
  progress: BenchContext['progress'],
): Promise<void> {
  const bar = progress('crash-ledger', kills);
  let killed = 0;
  const worked = crew.map(async (client) => {
    client.start();
    while (killed < kills) {
      killed += 1;
      if (killed % serverEvery === 0) await killServerProcess(ledger);
      else {
        await client.kill(Math.random() * 60);
        client.start();
      }
      bar.tick();
    }
  });
  await Promise.all(worked);
  bar.done();
}

/** Kills a session of the database as the operating system would; PostgreSQL ends all others and replays its log. */
async function killServerProcess({ database }: DurableLedger): Promise<void> {
  const superuser = database.server?.superuserUrl('postgres') ?? '';
  for (let tries = 0; tries < 100; tries += 1) {
    const pid = await withClient(superuser, async (client) => {
      const { rows } = await client.query<{ pid: number }>(
        `select pid from pg_stat_activity where usename = 'xinqiao_batch' and state <> 'idle' limit 1`,
      );
      return rows[0]?.pid;
    }).catch(() => undefined);
    if (pid && killed(pid)) return;
    await sleep(50);
  }
  throw new Error('no session of the ledger was ever at work');
}

/** Whether the process was still there to be killed. */
function killed(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}

async function figuresOf(
  ledger: DurableLedger,
  crew: readonly Client[],
  kills: number,
): Promise<Record<string, Figure>> {
  const acknowledged = new Map<string, string>();
  for (const line of crew.flatMap((client) => client.lines())) {
    const [sign, key = '', amount = ''] = line.split(' ');
    if (sign === '=') acknowledged.set(key, amount);
  }
  const { rows, verdict } = await withClient(ledger.database.batchUrl, async (client) => ({
    rows: (
      await client.query<{ key: string; amount: string; n: string }>(
        `select t.key, sum(p.amount_fen) filter (where p.amount_fen > 0)::text as amount, count(distinct t.id)::text as n
         from ledger_transaction t join ledger_posting p on p.transaction_id = t.id where t.kind like 'crash.%' group by t.key`,
      )
    ).rows,
    verdict: await proveLedger({ $queryRaw: readerOf(client) }),
  }));
  const stored = new Map(rows.map((row) => [row.key, row]));
  const wrong = [...acknowledged].filter(([key, amount]) => stored.get(key)?.amount !== amount);
  const twice = rows.filter((row) => row.n !== '1');
  const broken = Object.entries(verdict.checks).filter(([, check]) => !check.ok);
  if (wrong.length + twice.length + broken.length > 0)
    process.stderr.write(
      `${JSON.stringify({ wrong: wrong.slice(0, 5), twice: twice.slice(0, 5), broken })}\n`,
    );
  const of = (n: number, all: number, target: number, unit: string): Figure => ({
    values: [n],
    baselines: [all],
    unit,
    target,
  });
  return {
    kills: of(kills, kills, 1, 'kills'),
    acknowledged: of(acknowledged.size - wrong.length, acknowledged.size, 1, 'keys'),
    lost: of(wrong.length, acknowledged.size, 0, 'keys'),
    twice: of(twice.length, rows.length, 0, 'keys'),
    invariantsBroken: of(broken.length, Object.keys(verdict.checks).length, 0, 'checks'),
  };
}
