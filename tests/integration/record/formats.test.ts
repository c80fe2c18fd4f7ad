import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { ingestCsv, looker, registerFirms, uscc } from '#tests/factories/delivery.ts';
import { makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { writeXlsx } from '~/server/platform/write-xlsx.ts';
import { listRejects } from '~/server/record/list-rejects.ts';
import { mendByFile } from '~/server/record/mend-by-file.ts';
import { receiveDelivery } from '~/server/record/receive-delivery.ts';
import { showBatch } from '~/server/record/show-batch.ts';
import { findProvider } from '~/server/record/store.ts';
import { takeInReceived } from '~/server/record/take-in-received.ts';
import { rejectsCsv } from '~/text/record-rejects.ts';

const look = looker(freshDatabase({ template: referenceTemplate }));
const worker = system('record.take-in');
let tax: Person;

beforeAll(async () => {
  const institutionId = await withActor(system('test'), (tx) => findProvider(tx, 'tax'));
  tax = await makePerson('liaison', { institutionId: institutionId as InstitutionId });
  await registerFirms(...[1, 2, 3, 4, 5].map(uscc));
});

const utf8 = (text: string) => new TextEncoder().encode(text);
/** The GB 18030 bytes of the few Chinese words that the tests use. */
const gbWords = new Map([
  ['统一社会信用代码', 'cdb3d2bbc9e7bbe1d0c5d3c3b4fac2eb'],
  ['日期', 'c8d5c6da'],
  ['金额', 'bdf0b6ee'],
  ['类别', 'c0e0b1f0'],
  ['增值税', 'd4f6d6b5cbb0'],
]);
function gb(text: string): Uint8Array<ArrayBuffer> {
  const parts = text.split(/([\u4e00-\u9fff]+)/).map((part) => {
    const hex = gbWords.get(part);
    return hex ? Buffer.from(hex, 'hex') : Buffer.from(part, 'ascii');
  });
  return new Uint8Array(Buffer.concat(parts));
}

const columns = ['统一社会信用代码', '日期', '金额', '类别'];
const json = (firm: string, date: string, amount: unknown) =>
  JSON.stringify({ 统一社会信用代码: firm, 日期: date, 金额: amount, 类别: '增值税' });
const handIn = async (content: Uint8Array<ArrayBuffer>, fileName = '税款') => {
  const id = insist(await receiveDelivery(tax, { item: 'tax.payment', encoding: 'auto', fileName, content }));
  await takeInReceived(worker, id);
  return insist(await showBatch(tax, id)).batch;
};
const factsOf = (id: string) =>
  look(`select occurred_on::text as on, amount_fen from fact where batch_id = $1 order by occurred_on`, [id]);

describe('the same records come in by any format, and the page says which was found', () => {
  test.each<[string, () => Promise<Uint8Array<ArrayBuffer>>, string, string | null]>([
    [
      'CSV in UTF-8',
      async () => utf8(`${columns.join(',')}\n${uscc(1)},2026-09,"1,075.10",增值税\n`),
      'csv',
      'utf-8',
    ],
    [
      'CSV in GB 18030',
      async () => gb(`${columns.join(',')}\n${uscc(2)},2026-09,1075.10,增值税\n`),
      'csv',
      'gb18030',
    ],
    ['JSON lines', async () => utf8(`${json(uscc(3), '2026-09', 1075.1)}\n\n`), 'jsonl', 'utf-8'],
    ['JSON lines in GB 18030', async () => gb(json(uscc(4), '2026-09', '1075.10')), 'jsonl', 'gb18030'],
    [
      'JSON lines, packed',
      async () => new Uint8Array(gzipSync(json(uscc(4), '2026-09', '1075.10'))),
      'jsonl',
      'utf-8',
    ],
    [
      'a workbook',
      async () =>
        new Uint8Array(
          writeXlsx('税款', [
            columns,
            [uscc(5), { number: '46266' }, { number: '1075.0999999999999' }, '增值税'],
          ]),
        ),
      'xlsx',
      null,
    ],
  ])('%s', async (name, content, format, charset) => {
    const batch = await handIn(await content());
    const again = name.includes('packed');
    expect(batch).toMatchObject({ format, charset, read: 1, quarantined: 0, accepted: again ? 0 : 1 });
    if (!again)
      expect(await factsOf(batch.id)).toEqual([
        { on: expect.stringMatching(/^2026-09-01$/), amount_fen: '107510' },
      ]);
  });

  test('the command line finds it out as well', async () => {
    const taken = insist(await ingestCsv('tax.payment', json(uscc(1), '2026-08', 5)));
    expect(taken).toMatchObject({ accepted: 1, detected: { format: 'jsonl', encoding: 'utf-8' } });
    expect(await look('select format, charset from record_batch where id = $1', [taken.batchId])).toEqual([
      { format: 'jsonl', charset: 'utf-8' },
    ]);
  });
});

describe('bad files of the new formats', () => {
  const refuse = async (content: Uint8Array<ArrayBuffer>) => {
    const got = await receiveDelivery(tax, { item: 'tax.payment', encoding: 'auto', fileName: 'x', content });
    return got.ok ? null : got.refusal;
  };

  test.each([
    ['an array', '[{"a":1}]', { code: 'record.json-broken', row: 1 }],
    ['a broken line', `${json(uscc(1), '2026-07', 1)}\n{"统一`, { code: 'record.json-broken', row: 2 }],
    ['a nest', `{"a":${'['.repeat(200_000)}`, { code: 'record.json-deep', row: 1 }],
    ['other names', '{"a":1}', { code: 'record.missing-columns' }],
  ])('JSON: %s', async (_, text, refusal) => {
    const batches = await look('select count(*) from record_batch');
    expect(await refuse(utf8(text))).toMatchObject(refusal);
    expect(await look('select count(*) from record_batch')).toEqual(batches);
  });

  test('a workbook that is none, is empty, or names a table from outside', async () => {
    expect(await refuse(utf8('PK\x03\x04 no workbook'))).toMatchObject({
      code: 'record.not-csv',
      kind: 'zip',
    });
    const empty = writeXlsx('a', []);
    expect(await refuse(new Uint8Array(empty))).toMatchObject({ code: 'record.empty-file' });
  });

  test('a name that only a late line has puts that line into quarantine, not out of sight', async () => {
    const early = Array.from({ length: 2_000 }, () => json(uscc(2), '2026-05', 1)).join('\n');
    const late = JSON.stringify({ ...JSON.parse(json(uscc(2), '2026-04', 1)), 截止日期: '2026-05-01' });
    const batch = await handIn(utf8(`${early}\n${late}\n`));
    expect(batch).toMatchObject({ read: 2_001, accepted: 1, quarantined: 1 });
  });
});

describe('rejects go out as a file and come back mended', () => {
  test('by the number of the row; what is left out waits; where each came from stays', async () => {
    const batch = await handIn(
      utf8(
        `${columns.join(',')}\n${uscc(1)},昨天,1,增值税\n${uscc(1)},前天,2,增值税\n${uscc(1)},大前天,"=1+1",增值税\n`,
      ),
    );
    const { rows } = insist(await listRejects(tax, batch.id));
    const csv = rejectsCsv(rows, 'en').replace(',昨天,', ',2026-01,').replace(',前天,', ',2026-02,');
    const [header, first, second] = csv.split('\r\n');
    const id = insist(await mendByFile(tax, batch.id, utf8([header, second, first].join('\r\n'))));
    await takeInReceived(worker, id);
    expect(insist(await showBatch(tax, id)).batch).toMatchObject({
      read: 2,
      accepted: 2,
      replayOf: batch.id,
    });
    expect(insist(await showBatch(tax, batch.id)).batch.waiting).toBe(1);
    expect(
      await look(
        `select row_no, replay_batch_id is not null as sent, fixed is not null as mended from quarantine_row
         where batch_id = $1 order by row_no`,
        [batch.id],
      ),
    ).toEqual([
      { row_no: 1, sent: true, mended: true },
      { row_no: 2, sent: true, mended: true },
      { row_no: 3, sent: false, mended: false },
    ]);
    expect(rejectsCsv(rows, 'zh-CN')).toContain(`'=1+1`);
    const guarded = [header, rejectsCsv(rows, 'en').split('\r\n')[3]?.replace(',大前天,', ',2026-03,')].join(
      '\r\n',
    );
    const still = insist(await mendByFile(tax, batch.id, utf8(guarded)));
    await takeInReceived(worker, still);
    expect(insist(await listRejects(tax, still)).rows[0]?.cells).toContainEqual(['金额', '=1+1']);
  });

  test.each([
    ['no row numbers', '日期\n2026-01\n', 'record.mend-no-row-column'],
    ['a row twice', '原文件行,日期\n1,2026-01\n1,2026-01\n', 'record.mend-repeated'],
    ['a row that does not wait', '原文件行,日期\n77,2026-01\n', 'record.mend-unknown'],
    ['no rows', '原文件行,日期\n', 'record.nothing-to-replay'],
    ['nothing', '', 'record.empty-file'],
  ])('refused: %s', async (_, text, code) => {
    const batch = await handIn(utf8(`${columns.join(',')}\n${uscc(1)},昨天,1,增值税\n`));
    expect(await mendByFile(tax, batch.id, utf8(text))).toMatchObject({ refusal: { code } });
    expect(insist(await showBatch(tax, batch.id)).batch.waiting).toBe(1);
  });
});
