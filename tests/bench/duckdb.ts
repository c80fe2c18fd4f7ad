import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { to as copyTo } from 'pg-copy-streams';
import { withClient } from '~/cli/boot/sql-client.ts';
import type { BenchContext } from './bench.ts';

/** What of DuckDB's client is used: it is a yardstick for this bench only. */
type Duck = {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>;
};
type Library = {
  DuckDBInstance: {
    create(file: string, options: { threads: string }): Promise<{ connect(): Promise<Duck> }>;
  };
};

/** The facts of the database in DuckDB's own table, with the number of the firm and the moment at which each ended. */
export async function openDuck({ database }: BenchContext, folder: string, threads: number): Promise<Duck> {
  const { DuckDBInstance } = (await import('@duckdb/node-api')) as unknown as Library;
  const csv = path.join(folder, 'record.csv');
  await withClient(database.batchUrl, async (client) => {
    const rows = client.query(copyTo(`copy (${exported}) to stdout (format csv)`));
    await pipeline(rows, createWriteStream(csv));
  });
  const instance = await DuckDBInstance.create(path.join(folder, 'bench.duckdb'), {
    threads: String(threads),
  });
  const duck = await instance.connect();
  await duck.run(`create table text as select * from read_csv('${csv}', header = false, auto_detect = false, columns = {
    firm: 'integer', id: 'uuid', item: 'varchar', category: 'varchar', day: 'date', occurred: 'date', ended: 'date',
    amount: 'bigint', quantity: 'integer', known: 'timestamp', gone: 'timestamp'})`);
  await duck.run(`create type item as enum (select distinct item from text)`);
  await duck.run(
    `create type category as enum (select distinct category from text where category is not null)`,
  );
  await duck.run(
    `create table record as select * replace (item::item as item, category::category as category) from text`,
  );
  await duck.run('drop table text');
  await duck.run('checkpoint');
  return duck;
}

const exported = `
  select e.no, f.id, f.item, f.category, coalesce(f.occurred_on, (f.known_at at time zone 'Asia/Shanghai')::date), f.occurred_on,
         f.ended_on, f.amount_fen, f.quantity, f.known_at at time zone 'UTC', s.known_at at time zone 'UTC'
  from fact f join (select id, row_number() over (order by id) - 1 as no from enterprise) e on e.id = f.enterprise_id
  left join fact s on s.enterprise_id = f.enterprise_id and s.supersedes = f.id
  where f.op in ('assert', 'correct')`;

/** Merely reading what the kernel reads: the firm, the kind of record, its days, figures and moments. */
export const bareScan = `select sum(firm), max(item), max(category), sum(amount), sum(quantity), min(day), min(ended), max(occurred),
  max(known), max(gone) from record`;

/** The rows that were known at an instant, as `featureSql` reads them. */
export const liveRows = (knownAt: Date): string => {
  const at = `timestamp '${knownAt.toISOString().replace('T', ' ').replace('Z', '')}'`;
  return `select * from record where known <= ${at} and (gone is null or gone > ${at})`;
};
