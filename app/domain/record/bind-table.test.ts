import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '~/domain/catalogue/item.ts';
import { day } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { bindTable, type CheckContext } from './bind-table.ts';
import { isQuarantined } from './draft.ts';
import { type Mapping, mappingSchema } from './mapping.ts';

const item = (code: string, of: Partial<Item> = {}): Item => ({
  code,
  version: 1,
  providerId: 'p' as InstitutionId,
  providerCode: 'court',
  providerName: { zh: '法院', en: 'Court' },
  classCode: 'court',
  className: { zh: '法院', en: 'Court' },
  name: { zh: code, en: code },
  subject: 'enterprise',
  mode: 'physical',
  sensitivity: 'public',
  ceiling: 'raw',
  bands: null,
  answers: [],
  level: 'province',
  period: 'event',
  freshDays: 30,
  polarity: 'negative',
  lasting: false,
  amount: { zh: '金额', en: 'amount', signed: false },
  quantity: { zh: '条数', en: 'records', unit: 'count' },
  categories: [],
  retentionYears: null,
  retentionStart: null,
  ...of,
});

const catalogue = new Map(
  [
    item('court.judgment', { categories: [{ code: 'defendant', zh: '被告', en: 'Defendant' }] }),
    item('tax.payment', { period: 'monthly' }),
    item('business.product-check', { quantity: { zh: '合格率', en: 'pass rate', unit: 'ppm' } }),
  ].map((each) => [each.code, each]),
);

const context = (named: string | null = null): CheckContext => ({
  catalogue,
  today: day('2026-11-23'),
  item: named === null ? null : (catalogue.get(named) ?? null),
  regionStanding: (code) => (code === '640100' ? 'current' : null),
  isIndustry: (code) => code === '6110',
});

const court = mappingSchema.parse({
  name: 'set',
  firms: 'data-set',
  tables: [
    {
      table: 'lawsuit',
      provider: 'court',
      firm: 'EID',
      records: [
        {
          item: 'court.judgment',
          occurredOn: 'DATE',
          amount: 'AMOUNT',
          category: { column: 'ROLE', values: { 甲: 'defendant' } },
          detail: { reference: 'NO' },
        },
      ],
    },
  ],
});

const bind = (mapping: Mapping, header: string[], named?: string) =>
  bindTable(mapping, mapping.tables[0] as Mapping['tables'][number], header, context(named));

const header = ['EID', 'NO', 'DATE', 'AMOUNT', 'ROLE'];
const check = (cells: string[]) => insist(bind(court, header)).check(cells);

describe('a long table', () => {
  test('a row is one record that keeps its precision', () => {
    const { firm, records } = check([' p816 ', '98741001', '2015年03月', '1,075.00', '甲']);
    expect(firm).toBe('p816');
    expect(records).toMatchObject([
      {
        item: 'court.judgment',
        occurredOn: '2015-03-01',
        precision: 'month',
        amount: 107_500n,
        category: 'defendant',
        detail: { reference: '98741001' },
      },
    ]);
  });

  test.each([
    [['p1', '1', '2015年13月', '5', '甲'], 'DATE', 'record.date-impossible'],
    [['p1', '1', '2027-01', '5', '甲'], 'DATE', 'record.date-future'],
    [['p1', '1', '2015', '1.0.5,00', '甲'], 'AMOUNT', 'record.amount-unreadable'],
    [['p1', '1', '2015', '-5', '甲'], 'AMOUNT', 'record.amount-negative'],
    [['p1', '1', '2015', '5', '乙'], 'ROLE', 'record.category-unknown'],
    [['p1', '1', '2015', '5', 'constructor'], 'ROLE', 'record.category-unknown'],
    [['p1', '1', '2015', '5', '__proto__'], 'ROLE', 'record.category-unknown'],
    [['', '1', '2015', '5', '甲'], 'EID', 'record.firm-missing'],
    [['x'.repeat(65), '1', '2015', '5', '甲'], 'EID', 'record.firm-unreadable'],
    [['p1', '1', '2015', '5'], null, 'record.column-count'],
  ])('%j is quarantined for %s: %s', (cells, column, code) => {
    expect(check(cells).records).toMatchObject([{ item: 'court.judgment', column, problem: { code } }]);
  });

  test('a firm is known by any row that names it, also by one whose record is unreadable', () => {
    expect(check(['p1', '1', '上周', '5', '甲']).firm).toBe('p1');
  });

  test.each(['', 'NULL', 'nan'])('an empty cell (%j) of a column that is not needed is no value', (blank) => {
    expect(check(['p1', '1', blank, blank, '被告']).records).toMatchObject([
      { occurredOn: null, amount: null },
    ]);
  });

  test('a row has the same key however the file orders its columns', () => {
    const key = (names: string[], cells: string[]) =>
      insist(bind(court, names))
        .check(cells)
        .records.map((r) => (isQuarantined(r) ? null : r.sourceKey))[0];
    const row = ['p1', '1', '2015', '5', '甲'];
    expect(key(header.toReversed(), row.toReversed())).toBe(key(header, row));
  });

  test('equal rows have one key; rows that differ in any cell have two', () => {
    const key = (cells: string[]) =>
      check(cells).records.map((r) => (isQuarantined(r) ? null : r.sourceKey))[0];
    const row = ['p1', '1', '2015', '5', '甲'];
    expect(key(row)).toBe(key(row.map((cell) => ` ${cell} `)));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2016, max: 2025 }), (at, value) => {
        expect(key(row.with(at, String(value)))).not.toBe(key(row));
      }),
    );
  });
});

describe('the header', () => {
  test.each([
    [['EID', 'NO', 'AMOUNT', 'ROLE'], 'record.missing-columns', ['DATE']],
    [
      ['p816', '98741001', '2015', '5', '甲'],
      'record.missing-columns',
      ['EID', 'DATE', 'AMOUNT', 'ROLE', 'NO'],
    ],
    [[...header, 'DATE'], 'record.repeated-columns', ['DATE']],
  ])('%j is refused: %s %j', (found, code, columns) => {
    expect(bind(court, found)).toMatchObject({ ok: false, refusal: { code, columns } });
  });

  test('its case, width and blanks do not matter, nor do columns that nobody asked for', () => {
    expect(bind(court, [' eid', 'ＮＯ', 'Date', 'amount', 'role', 'more']).ok).toBe(true);
  });

  test('an item outside the catalogue is refused at the door', () => {
    const outside = mappingSchema.parse({
      ...court,
      tables: [{ table: 't', provider: 'p', firm: 'EID', records: [{ item: 'astrology.sign' }] }],
    });
    expect(bind(outside, ['EID'])).toEqual({
      ok: false,
      refusal: { code: 'record.item-unknown', item: 'astrology.sign' },
    });
  });
});

describe('a wide table', () => {
  const wide = mappingSchema.parse({
    name: 'wide',
    firms: 'data-set',
    tables: [
      {
        table: 'counts',
        provider: 'court',
        firm: 'id',
        records: [
          {
            name: 'lost',
            item: 'court.judgment',
            when: 'lost',
            quantity: 'lost',
            skipZero: true,
            key: 'cell',
          },
          {
            name: 'all',
            item: 'court.judgment',
            when: 'all',
            quantity: 'all',
            quantityLess: 'lost',
            skipZero: true,
            key: 'cell',
          },
          { item: 'business.product-check', when: 'rate', quantity: 'rate', key: 'cell' },
        ],
      },
    ],
  });
  const rows = insist(bind(wide, ['id', 'lost', 'all', 'rate'])).check;
  const quantities = (cells: string[]) =>
    rows(cells).records.map((r) => (isQuarantined(r) ? r.problem.code : r.quantity));

  test.each([
    [['f', '', '', ''], []],
    [
      ['f', '1.0', '3.0', ''],
      [1, 2],
    ],
    [['f', '0.0', '3.0', ''], [3]],
    [
      ['f', '2', '2', '0.0'],
      [2, 0],
    ],
    [['f', '', '', '0.6666666666666666'], [666_667]],
    [['f', '-1', '', ''], ['record.quantity-negative']],
  ])('%j yields %j', (cells, expected) => {
    expect(quantities(cells)).toEqual(expected);
  });

  test('the key of a cell is that of its column: a new count corrects the old one', () => {
    const key = (count: string) =>
      rows(['f', count, '', '']).records.map((r) => !isQuarantined(r) && r.sourceKey)[0];
    expect(key('1')).toBe(key('2'));
  });
});

describe('a provider’s delivery of one item', () => {
  const delivery = mappingSchema.parse({
    name: 'delivery',
    firms: 'uscc',
    tables: [
      {
        table: 'item',
        provider: '$provider',
        firm: { names: ['统一社会信用代码', 'uscc'], need: 'value' },
        records: [
          {
            item: '$item',
            key: 'content',
            recordNo: { names: ['记录编号'], need: 'none' },
            occurredOn: { names: ['日期', 'date'], need: 'value' },
            endedOn: { names: ['截止日期'], need: 'none' },
            amount: { names: ['金额'], need: 'item' },
            amountWan: { names: ['金额（万元）'], need: 'none' },
            category: { column: { names: ['类别'], need: 'item' } },
          },
        ],
      },
    ],
  });
  const uscc = '91640100MAXX00015K';
  const tax = insist(bind(delivery, ['统一社会信用代码', '日期', '金额'], 'tax.payment')).check;

  test('a series needs its amount, in the header and in every row', () => {
    expect(bind(delivery, ['uscc', 'date'], 'tax.payment')).toMatchObject({ refusal: { columns: ['金额'] } });
    expect(tax([uscc, '2026-10', '']).records).toMatchObject([
      { column: '金额', problem: { code: 'record.value-missing' } },
    ]);
  });

  test('amounts may come in 万元 instead', () => {
    const inWan = insist(bind(delivery, ['uscc', 'date', '金额(万元)'], 'tax.payment')).check;
    expect(inWan([uscc, '2026-10', '1.5']).records).toMatchObject([{ amount: 1_500_000n }]);
  });

  test.each([
    ['91640100MAXX0001', 'record.firm-unreadable'],
    ['', 'record.firm-missing'],
  ])('a firm named %j is quarantined: %s', (text, code) => {
    expect(tax([text, '2026-10', '1']).records).toMatchObject([{ problem: { code } }]);
  });

  test('a code that fails its check digit is still a firm (domain.md §2.1)', () => {
    expect(tax(['91640100MAXX000151', '2026-10', '1']).firm).toBe('91640100MAXX000151');
  });

  test('an end that comes later is the same record; another amount is another', () => {
    const rows = insist(bind(delivery, ['uscc', '日期', '截止日期', '金额', '类别'], 'court.judgment')).check;
    const key = (end: string, amount: string) =>
      rows([uscc, '2026-01-05', end, amount, '被告']).records.map((r) => !isQuarantined(r) && r.sourceKey)[0];
    expect(key('', '5')).toBe(key('2026-10-01', '5.00'));
    expect(key('', '5')).not.toBe(key('', '6'));
  });

  test('the source’s own number makes the key', () => {
    const rows = insist(bind(delivery, ['uscc', '日期', '金额', '记录编号'], 'tax.payment')).check;
    const key = (amount: string, no: string) =>
      rows([uscc, '2026-01', amount, no]).records.map((r) => !isQuarantined(r) && r.sourceKey)[0];
    expect(key('5', 'A1')).toBe(key('6', 'A1'));
    expect(key('5', 'A1')).not.toBe(key('5', 'A2'));
  });
});
