import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readXlsx, UnreadableWorkbook } from './read-xlsx.ts';
import { writeXlsx } from './write-xlsx.ts';

test('what is written is read back, texts and amounts alike', () => {
  const rows = [
    ['合同编号', 'Paid on', '本金'],
    ['A<&>"1"', '2026-11-27', { number: '1234567.89' }],
    ['', '', { number: '0.00' }],
  ];
  expect(readXlsx(writeXlsx('还款', rows))).toEqual([
    ['合同编号', 'Paid on', '本金'],
    ['A<&>"1"', '2026-11-27', '1234567.89'],
    ['', '', '0.00'],
  ]);
});

test('any texts survive', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map((s) => s.replaceAll('\r', ''));
  fc.assert(
    fc.property(
      fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
      (rows) => {
        expect(readXlsx(writeXlsx('x', rows))).toEqual(rows);
      },
    ),
  );
});

test('what is no workbook is refused', () => {
  for (const bytes of [
    new Uint8Array(),
    Buffer.from('合同编号,还款日'),
    Buffer.from('PK\u0003\u0004rubbish'),
  ])
    expect(() => readXlsx(bytes)).toThrow(UnreadableWorkbook);
});
