import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { ingestCsv, looker, registerFirms, uscc } from '#tests/factories/delivery.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { insist } from '~/domain/kernel/result.ts';
import { locales } from '~/text/define.ts';
import { recordProblems, recordRefusals } from '~/text/record-refusals.ts';
import { wordRefusal } from '~/text/refusal.ts';

const look = looker(freshDatabase({ as: 'batch', template: referenceTemplate }));
const firm = uscc(1);
const header = '统一社会信用代码,日期,金额,类别';
const good = `${header}\n${firm},2026-09,120.50,增值税\n`;
const gb18030 = Buffer.from(
  // 统一社会信用代码,日期,金额,类别 and 增值税 as a department's old software writes them.
  `cdb3d2bbc9e7bbe1d0c5d3c3b4fac2eb2cc8d5c6da2cbdf0b6ee2cc0e0b1f00a${Buffer.from(`${firm},2026-08,99.00,`).toString('hex')}d4f6d6b5cbb00a`,
  'hex',
);

beforeAll(() => registerFirms(firm));

describe('a whole file is refused in words, and nothing of it is kept', () => {
  const cases: [string, string | Uint8Array, string, 'auto' | 'utf-8' | 'gb18030'][] = [
    [
      'a zip named csv',
      Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(40)]),
      'record.not-csv',
      'auto',
    ],
    ['an old Excel workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'record.not-csv', 'auto'],
    ['a zip within a gzip', gzipSync(Buffer.from('PK\x03\x04____')), 'record.not-csv', 'auto'],
    ['a file with zero bytes in it', Buffer.from(`${good}\0\0`), 'record.not-csv', 'auto'],
    ['an empty file', '', 'record.empty-file', 'auto'],
    [
      'UTF-16',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(good, 'utf16le')]),
      'record.encoding-unknown',
      'auto',
    ],
    ['GBK declared as UTF-8', gb18030, 'record.encoding-wrong', 'utf-8'],
    ['UTF-8 declared as GBK', `${good}${firm},2026-09,1,€`, 'record.encoding-wrong', 'gb18030'],
    [
      'Latin-1 bytes under an English header',
      Buffer.from(`uscc,date,amount,note\n${firm},2026-09,1,caf\xe9\n`, 'latin1'),
      'record.encoding-unknown',
      'auto',
    ],
    [
      'a character cut in two at the end',
      Buffer.from(good).subarray(0, Buffer.byteLength(good) - 2),
      'record.encoding-wrong',
      'utf-8',
    ],
    ['no header', `${firm},2026-09,120.50,增值税\n`, 'record.missing-columns', 'auto'],
    [
      'a header without the amount that a series needs',
      `统一社会信用代码,日期\n${firm},2026-09\n`,
      'record.missing-columns',
      'auto',
    ],
    ['a column twice', `${header},金额\n${firm},2026-09,1,增值税,2\n`, 'record.repeated-columns', 'auto'],
    [
      'a quote that never closes',
      `${good}${firm},2026-09,"120.50,增值税\n${firm},2026-10,1,增值税\n`,
      'record.csv-broken',
      'auto',
    ],
    [
      'half a gzip',
      gzipSync(Buffer.from(good.repeat(2000))).subarray(0, 60),
      'record.archive-broken',
      'auto',
    ],
  ];

  test.each(cases)('%s', async (_, content, code, encoding) => {
    const outcome = await ingestCsv('tax.payment', content, encoding);
    expect(outcome).toMatchObject({ ok: false, refusal: { code } });
    if (!outcome.ok)
      for (const locale of locales)
        expect(wordRefusal(recordRefusals, outcome.refusal, locale)).not.toMatch(/undefined|\[object/);
    expect(await look(`select count(*)::int as n from fact where item = 'tax.payment'`)).toEqual([{ n: 0 }]);
    expect(await look('select 1 from quarantine_row')).toEqual([]);
  });

  test.each([
    ['outside the catalogue', 'astrology.sign', 'record.item-unknown'],
    ['that is only verified', 'medical.person-coverage', 'record.item-verify-only'],
  ])('an item %s', async (_, item, code) => {
    expect(await ingestCsv(item, good)).toMatchObject({ ok: false, refusal: { code } });
  });

  test('the note that it was refused is kept, with the reason', async () => {
    const notes = await look<{ state: string; code: string }>(
      `select state, refusal->>'code' as code from record_batch where item = 'tax.payment'`,
    );
    expect(notes.length).toBe(cases.length);
    expect(new Set(notes.map(({ state }) => state))).toEqual(new Set(['refused']));
    expect(
      await look(
        `select count(*)::int as n from audit_entry where action = 'record.refused' and outcome = 'refused'`,
      ),
    ).toEqual([{ n: cases.length }]);
  });
});

describe('one record lies in quarantine in words, the others of the file are taken', () => {
  afterEach(async () => {
    expect(
      await look(
        `select 1 from fact where item = 'court.judgment' and (occurred_on > now() or amount_fen < 0 or quantity < 0)`,
      ),
    ).toEqual([]);
  });

  test.each([
    ['2015年13月,1,1,被告', '日期', 'record.date-impossible'],
    ['2999-01-01,1,1,被告', '日期', 'record.date-future'],
    ['前天,1,1,被告', '日期', 'record.date-unreadable'],
    [',1,1,被告', '日期', 'record.value-missing'],
    ['2015,"1.0.5,00",1,被告', '金额', 'record.amount-unreadable'],
    ['2015,-5,1,被告', '金额', 'record.amount-negative'],
    ['2015,5,-2,被告', '数量', 'record.quantity-negative'],
    ['2015,5,1.5,被告', '数量', 'record.quantity-not-whole'],
    ['2015,5,1,陪审员', '类别', 'record.category-unknown'],
    ['2015,5,1,被告,多', null, 'record.column-count'],
  ])('%s', async (cells, column, code) => {
    const text = `统一社会信用代码,日期,金额,数量,类别\n${firm},${cells}\n${firm},2026-05-0${(code.length % 9) + 1},"1,075.00",1,被告\n`;
    const taken = insist(await ingestCsv('court.judgment', text));
    expect(taken.quarantined).toBe(1);
    expect(taken.accepted + taken.duplicate).toBe(1);
    const [row] = await look<{ column_name: string; reason: string; reason_args: object }>(
      'select column_name, reason, reason_args from quarantine_row where batch_id = $1',
      [taken.batchId],
    );
    expect(row).toMatchObject({ column_name: column, reason: code });
    for (const locale of locales)
      expect(wordRefusal(recordProblems, { code, ...row?.reason_args }, locale)).not.toMatch(
        /undefined|\[object/,
      );
  });

  test('a firm that no register has named, and one that cannot be a firm', async () => {
    const text = `uscc,date,category\n${uscc(99)},2026-05,被告\n9164010,2026-05,被告\n`;
    const taken = insist(await ingestCsv('court.judgment', text));
    const rows = await look(
      `select row_no, column_name, reason from quarantine_row where batch_id = $1 order by row_no`,
      [taken.batchId],
    );
    expect(rows).toEqual([
      { row_no: 1, column_name: 'uscc', reason: 'record.firm-unknown' },
      { row_no: 2, column_name: 'uscc', reason: 'record.firm-unreadable' },
    ]);
  });

  test('a record that one file describes in two ways', async () => {
    const text = `统一社会信用代码,日期,记录编号,类别,金额\n${firm},2026-04-01,A1,被告,5\n${firm},2026-04-01,A1,被告,6\n${firm},2026-04-01,A2,被告,6\n`;
    const taken = insist(await ingestCsv('court.judgment', text));
    expect(taken).toMatchObject({ read: 3, accepted: 1, quarantined: 2 });
  });
});

test('GBK is read when it is declared, and when a Chinese header shows it', async () => {
  expect(insist(await ingestCsv('tax.payment', gb18030, 'gb18030'))).toMatchObject({ accepted: 1 });
  expect(insist(await ingestCsv('tax.payment', gb18030, 'auto'))).toMatchObject({ duplicate: 1 });
  expect(await look(`select category, amount_fen from fact where item = 'tax.payment'`)).toEqual([
    { category: 'vat', amount_fen: '9900' },
  ]);
});

test('a byte-order mark, CRLF, a gzip and quoted cells are ordinary', async () => {
  const text = `\ufeff${header}\r\n${firm},2026-07,"1,075.00","增值税"\r\n\r\n`;
  expect(insist(await ingestCsv('tax.payment', gzipSync(text)))).toMatchObject({ read: 1, accepted: 1 });
});
