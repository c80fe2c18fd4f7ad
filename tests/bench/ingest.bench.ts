import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { synthesiseUscc } from '~/domain/enterprise/uscc.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { ingestFile } from '~/server/record/ingest-file.ts';
import { type Bench, type BenchContext, compare, type Figure } from './bench.ts';

const rounds = 5;
const firms = Array.from({ length: 5_000 }, (_, i) =>
  synthesiseUscc({ regionCode: '640104', serial: 20_000 + i }),
);

/**
 * Rows a second of a provider's CSV through the whole of ingestion — reading, checking, merging, quarantine, audit, event
 * and jobs in one transaction — against a bare COPY of the same facts into a table without any index. The second figure
 * is the same file delivered again; the third the write-ahead log it costs.
 */
export const bench: Bench = {
  name: 'ingest',
  async run(context) {
    const size = context.full ? 500_000 : 100_000;
    const client = new pg.Client({ connectionString: context.database.batchUrl });
    await client.connect();
    await registerFirms();
    try {
      return await measure(size, client, context);
    } finally {
      await client.end();
    }
  },
};

async function measure(
  size: number,
  client: pg.Client,
  { progress }: BenchContext,
): Promise<Record<string, Figure>> {
  const bar = progress('ingest', (rounds + 1) * 3);
  const deliveries = Array.from({ length: rounds + 1 }, (_, round) =>
    fileOf('tax.csv', taxRows(size, round)),
  );
  const bare = bareRows(size);
  const files = deliveries[Symbol.iterator]();
  const next = () => deliver(files.next().value ?? '').then(() => bar.tick());
  const copy = () => bareCopy(client, bare).then(() => bar.tick());
  const rate = (times: readonly number[]) => times.map((ms) => (size / ms) * 1000);
  const fresh = await compare(rounds, next, copy);
  const logs: number[] = [];
  const again = await compare(
    rounds,
    async () => {
      const before = await logPosition(client);
      await deliver(deliveries[0] ?? '');
      logs.push(((await logPosition(client)) - before) / size);
      bar.tick();
    },
    copy,
  );
  bar.done();
  const measured = logs.slice(1);
  return {
    'new-rows': {
      values: rate(fresh.values),
      baselines: rate(fresh.baselines),
      unit: 'rows/s',
      target: 1 / 12,
    },
    'same-file-again': {
      values: rate(again.values),
      baselines: rate(again.baselines),
      unit: 'rows/s',
      target: 1 / 12,
    },
    'log-of-same-file': { values: measured, baselines: measured.map(() => 1), unit: 'B/row', target: 5 },
  };
}

function fileOf(name: string, lines: Iterable<string>): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'xinqiao-bench-')), name);
  writeFileSync(file, [...lines].join('\n'));
  return file;
}

const actor = system('bench');

async function registerFirms(): Promise<void> {
  const rows = firms.map((uscc, i) => `${uscc},测试企业${i},640104,1411,2015-06-01,100,存续`);
  const file = fileOf('firms.csv', [
    '统一社会信用代码,企业名称,行政区划代码,行业代码,成立日期,注册资本（万元）,登记状态',
    ...rows,
  ]);
  insist(await ingestFile(actor, { file, item: 'registration.profile', encoding: 'utf-8' }));
}

/** Rows that no other round has. */
function* taxRows(size: number, round: number): Generator<string> {
  yield '统一社会信用代码,记录编号,日期,金额,类别';
  for (let i = 0; i < size; i += 1) {
    const month = `${2023 + (i % 3)}-${String((i % 12) + 1).padStart(2, '0')}`;
    yield `${firms[(i * 7919) % firms.length]},R${round}-${i},${month},${i % 9_000}.50,增值税`;
  }
}

async function deliver(file: string): Promise<void> {
  insist(await ingestFile(actor, { file, item: 'tax.payment', encoding: 'utf-8' }));
}

function bareRows(size: number): string[] {
  const line = (i: number) =>
    `00000000-0000-4000-8000-${String(i % 5_000).padStart(12, '0')}\ttax.payment\t\\\\x${i.toString(16).padStart(32, '0')}\t2025-01-01\tmonth\t${i}\tvat\n`;
  return Array.from({ length: size / 1_000 }, (_, part) =>
    Array.from({ length: 1_000 }, (_, i) => line(part * 1_000 + i)).join(''),
  );
}

async function bareCopy(client: pg.Client, rows: readonly string[]): Promise<void> {
  await client.query('begin');
  await client.query(
    'create temporary table bare (enterprise_id uuid, item text, source_key bytea, occurred_on date, precision text, amount_fen bigint, category text) on commit drop',
  );
  await pipeline(Readable.from(rows), client.query(copyFrom('copy bare from stdin')));
  await client.query('commit');
}

async function logPosition(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ at: string }>(`select pg_current_wal_insert_lsn() - '0/0' as at`);
  return Number(rows[0]?.at);
}
