import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { looker } from '#tests/factories/delivery.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { ingestDataSet } from '~/server/record/ingest-data-set.ts';
import { type DataSet, mappingOf } from '~/server/record/read-mapping.ts';

const look = looker(freshDatabase({ as: 'batch', template: referenceTemplate }));

const folderOf = (files: Record<string, string>): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-set-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), gzipSync(text));
  return folder;
};

const ingest = (set: DataSet, folder: string) => ingestDataSet(system('test'), { set, folder });

/** The shape of the real files, a few rows of each. */
const bdci = {
  'bdci2017_train_x.csv.gz': 'EID,TARGET,ENDDATE\np1,1,201607\np2,0,\n',
  'bdci2017_lawsuit_x.csv.gz':
    'EID,TYPECODE,LAWDATE,LAWAMOUNT\np1,1,2015年08月,"1,075.00"\np3,2,2012年11月,18300\np3,2,2012年11月,18300\np3,4,2015年13月,5\n',
  'bdci2017_breakfaith_x.csv.gz': 'EID,TYPECODE,FBDATE,SXENDDATE\np1,9,2015年03月,2015-07\n',
  'bdci2017_invest_x.csv.gz': 'EID,BTEID,IFHOME,BTBL,BTYEAR,BTENDYEAR\np4,s1,0,0.8,2011,2014\n',
  'bdci2017_project_x.csv.gz': 'EID,TYPECODE,DJDATE,IFHOME\np1,3156047,2013-11,1\n',
  'bdci2017_qualification_x.csv.gz': 'EID,ADDTYPE,BEGINDATE,EXPIRYDATE\np5,1,2015年8月,2020年8月\n',
};

describe('a data set', () => {
  const folder = folderOf(bdci);

  test('every id that any table names is a firm; labels become no facts', async () => {
    const { firms, records, missing } = insist(await ingest('bdci2017', folder));
    expect({ firms, records, missing }).toEqual({
      firms: 5,
      records: { read: 8, accepted: 6, duplicate: 1, quarantined: 1 },
      missing: [],
    });
    expect(await look('select external_id, source, uscc from enterprise order by 1')).toEqual(
      ['p1', 'p2', 'p3', 'p4', 'p5'].map((external_id) => ({ external_id, source: 'bdci2017', uscc: null })),
    );
    expect(await look('select distinct item from fact order by 1')).toEqual(
      [
        'business.investment',
        'business.project',
        'business.qualification',
        'court.dishonesty',
        'court.judgment',
      ].map((item) => ({ item })),
    );
    expect(await look(`select 1 from fact where detail::text ~ '201607' or category = '1'`)).toEqual([]);
  });

  test('dates keep their precision, ends are the last day of their period, amounts are fen', async () => {
    const facts = await look(`
      select e.external_id as firm, item, occurred_on::text as on, precision, ended_on::text as until, amount_fen, category,
             detail->>'endedPrecision' as until_precision
      from fact f join enterprise e on e.id = f.enterprise_id where external_id <> 'p3' order by item`);
    const nothing = { until: null, amount_fen: null, category: null, until_precision: null };
    expect(facts).toEqual([
      {
        ...nothing,
        firm: 'p4',
        item: 'business.investment',
        on: '2011-01-01',
        precision: 'year',
        until: '2014-12-31',
        category: 'outside',
        until_precision: 'year',
      },
      {
        ...nothing,
        firm: 'p1',
        item: 'business.project',
        on: '2013-11-01',
        precision: 'month',
        category: 'local',
      },
      {
        ...nothing,
        firm: 'p5',
        item: 'business.qualification',
        on: '2015-08-01',
        precision: 'month',
        until: '2020-08-31',
        until_precision: 'month',
      },
      {
        ...nothing,
        firm: 'p1',
        item: 'court.dishonesty',
        on: '2015-03-01',
        precision: 'month',
        until: '2015-07-31',
        until_precision: 'month',
      },
      {
        ...nothing,
        firm: 'p1',
        item: 'court.judgment',
        on: '2015-08-01',
        precision: 'month',
        amount_fen: '107500',
        category: 'unknown',
      },
    ]);
  });

  test('what cannot be read lies in quarantine with its row, column and reason', async () => {
    const rows = await look(`select row_no, column_name, reason, reason_args, raw from quarantine_row`);
    expect(rows).toEqual([
      {
        row_no: 4,
        column_name: 'LAWDATE',
        reason: 'record.date-impossible',
        reason_args: { text: '2015年13月' },
        raw: [
          ['EID', 'p3'],
          ['TYPECODE', '4'],
          ['LAWDATE', '2015年13月'],
          ['LAWAMOUNT', '5'],
        ],
      },
    ]);
  });

  test('the batch, its audit line and the jobs behind it agree', async () => {
    const [batch] = await look<{ id: string; content_hash: string }>(
      `select b.id, content_hash from record_batch b where mapping = 'bdci2017/lawsuit'`,
    );
    const [line] = await look<{ body: string }>(
      `select body from audit_entry where action = 'record.ingested' and body like '%' || $1 || '%'`,
      [batch?.id],
    );
    expect(JSON.parse(line?.body ?? '{}').detail).toMatchObject({
      read: 4,
      accepted: 2,
      duplicate: 1,
      quarantined: 1,
      firms: 2,
      contentHash: batch?.content_hash,
    });
    expect(await look(`select job from outbox where payload->>'batchId' = $1`, [batch?.id])).not.toEqual([]);
  });

  test('the same files again change nothing and ask for nothing', async () => {
    const before = await look(
      'select (select count(*) from fact) f, (select count(*) from enterprise) e, (select count(*) from outbox) o',
    );
    const again = insist(await ingest('bdci2017', folder));
    expect(again.records).toEqual({ read: 8, accepted: 0, duplicate: 7, quarantined: 1 });
    expect(again.firms).toBe(5);
    expect(
      await look(
        'select (select count(*) from fact) f, (select count(*) from enterprise) e, (select count(*) from outbox) o',
      ),
    ).toEqual(before);
  });
});

test('of a wide table each filled cell is a record; a larger count later corrects the smaller', async () => {
  const counts = (row: string) => folderOf({ 'jinan_public_records_x.csv.gz': `${header}\n${row}\n` });
  const columns = mappingOf('jinan').tables[0]?.records.flatMap(({ when }) => when?.names ?? []) ?? [];
  const extra = ['justice_enforced_amount', 'justice_enforced_last'];
  const names = [...new Set([...columns, ...extra])];
  const header = ['ent_hash', ...names].join(',');
  const row = (cells: Record<string, string>) => ['f1', ...names.map((name) => cells[name] ?? '')].join(',');
  const first = {
    ent_bid: '2',
    business_risk_taxunpaid: '1.325976586E7',
    product_checkinfo_connect: '0.6666666666666666',
  };
  expect(insist(await ingest('jinan', counts(row(first)))).records).toMatchObject({ read: 3, accepted: 3 });
  expect(insist(await ingest('jinan', counts(row({ ...first, ent_bid: '5' })))).records).toMatchObject({
    accepted: 1,
    duplicate: 2,
  });
  const held = await look(`
    select item, quantity, amount_fen from current_fact f join enterprise e on e.id = f.enterprise_id
    where e.external_id = 'f1' order by item`);
  expect(held).toEqual([
    { item: 'business.bid', quantity: 5, amount_fen: null },
    { item: 'business.product-check', quantity: 666_667, amount_fen: null },
    { item: 'tax.arrears', quantity: null, amount_fen: '1325976586' },
  ]);
});

test.each([
  ['/no/such/folder', 'record.folder-unreadable'],
  [folderOf({}), 'record.no-files'],
  [folderOf({ 'ccf2020_news.csv.gz': 'id,tone\ne1,积极\n' }), 'record.file-refused'],
])('%s is refused: %s', async (folder, code) => {
  expect(await ingest('ccf2020', folder)).toMatchObject({ ok: false, refusal: { code } });
});

const realSets = path.resolve('../shared/data/sets');
test.skipIf(!existsSync(realSets))(
  'the real CCF tables: only what no reader could date is quarantined',
  async () => {
    const { firms, records } = insist(await ingest('ccf2020', realSets));
    expect(firms).toBeGreaterThan(10_000);
    expect(records.read).toBe(records.accepted + records.duplicate + records.quarantined);
    const reasons = await look(
      `select distinct reason, reason_args->>'text' as text from quarantine_row where item = 'media.report'`,
    );
    for (const { text } of reasons as { text: string }[]) expect(text).toMatch(/小时前/);
  },
  60_000,
);
