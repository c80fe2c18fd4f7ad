import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import type { DatabaseUrls } from '~/cli/command.ts';
import { synthesiseUscc, type Uscc } from '~/domain/enterprise/uscc.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import type { Encoding } from '~/server/record/delivery-refused.ts';
import { ingestFile } from '~/server/record/ingest-file.ts';

/** An invented credit code. */
export const uscc = (serial: number): Uscc => synthesiseUscc({ regionCode: '640104', serial });

/** A file in a folder of its own; text that is longer than one packet, a gzip or raw bytes as the test wishes. */
export function writeFile(name: string, content: string | Uint8Array): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'xinqiao-delivery-')), name);
  writeFileSync(file, name.endsWith('.gz') ? gzipSync(content) : content);
  return file;
}

/** Takes a CSV of one item in, as the command line does. */
export const ingestCsv = (item: string, content: string | Uint8Array, encoding: Encoding = 'auto') =>
  ingestFile(system('test'), { item, encoding, file: writeFile('delivery.csv', content) });

/** Registers firms by their register, so that other providers may speak of them. */
export async function registerFirms(...codes: readonly string[]): Promise<void> {
  const rows = codes.map(
    (code) => `${code},河畔食品${code.slice(-6)}有限公司,640104,1411,2015-06-01,100,存续`,
  );
  const header = '统一社会信用代码,企业名称,行政区划代码,行业代码,成立日期,注册资本（万元）,登记状态';
  insist(await ingestCsv('registration.profile', [header, ...rows].join('\n')));
}

/** A look at the tables from outside, past row-level security. */
export function looker(urls: DatabaseUrls) {
  return async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> => {
    const client = new pg.Client({ connectionString: urls.ownerUrl });
    await client.connect();
    try {
      return (await client.query<T>(sql, values)).rows;
    } finally {
      await client.end();
    }
  };
}
