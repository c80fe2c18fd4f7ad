import { expect, test } from 'vitest';
import { insist } from '~/domain/kernel/result.ts';
import { placesOf, readFileDay, readPaymentRow } from './payment-file.ts';

const header = ['流水号', '合同编号', '还款日期', '本金', '利息', '罚息', '类型'];
const places = insist(placesOf(header));
const row = (...cells: string[]) => readPaymentRow(cells, places);

test('a row of the template is read, whatever the order of its columns', () => {
  expect(insist(row('S1', 'C-1', '2026/11/3', '1,000.00', '35.5', '', '提前还款（减少每期）'))).toEqual({
    contractNo: 'C-1',
    serialNo: 'S1',
    paidOn: '2026-11-03',
    kind: 'prepayment',
    effect: 'smaller-instalment',
    principal: 100_000n,
    interest: 3_550n,
    penalty: 0n,
  });
});

test.each([
  ['no serial number', ['', 'C', '2026-11-03', '1', '1', '', ''], 'serial', 'loan.row-empty'],
  ['no such day', ['S', 'C', '2026-02-30', '1', '1', '', ''], 'paid-on', 'loan.row-day'],
  ['an amount in words', ['S', 'C', '2026-02-03', '一千', '1', '', ''], 'principal', 'loan.row-amount'],
  ['a negative amount', ['S', 'C', '2026-02-03', '1', '-1', '', ''], 'interest', 'loan.row-amount'],
  ['an unknown kind', ['S', 'C', '2026-02-03', '1', '1', '', '转账'], 'kind', 'loan.row-kind'],
])('%s names its column', (_, cells, column, code) => {
  expect(row(...cells)).toEqual({ ok: false, refusal: { column, code } });
});

test.each([
  ['2026-11-03', '2026-11-03'],
  ['20261103', '2026-11-03'],
  ['2026年11月3日', '2026-11-03'],
  ['46329', '2026-11-03'],
  ['3.11.2026', null],
])('the day %s is %s', (text, read) => {
  expect(readFileDay(text)).toBe(read);
});

test('a figure of a spreadsheet is taken to the fen', () => {
  expect(insist(row('S', 'C', '2026-02-03', '1234.5600000000001', '0', '', '')).principal).toBe(123_456n);
});

test('missing columns are named', () => {
  expect(placesOf(['合同编号', '本金'])).toEqual({
    ok: false,
    refusal: { code: 'loan.file-columns', missing: ['paid-on', 'interest', 'serial'] },
  });
});
