import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QuantityUnit } from '~/domain/catalogue/item.ts';
import { readAmount, readQuantity } from './read-figure.ts';

const yuan = { unit: 'yuan', signed: false } as const;

test.each([
  ['18300', 1_830_000n],
  ['1,075.00', 107_500n],
  ['808,310.65', 80_831_065n],
  ['5553742.0', 555_374_200n],
  ['15550160.8', 1_555_016_080n],
  ['1.325976586E7', 1_325_976_586n],
  ['2e-2', 2n],
  ['0', 0n],
  ['0.0', 0n],
  ['¥300', 30_000n],
  ['5万', 5_000_000n],
  ['１２．５', 1_250n],
  ['452.905', 45_291n],
  ['0.30000000000000004', 30n],
  ['1,234.5678', 123_457n],
])('%s yuan is %s fen', (text, amount) => {
  expect(readAmount(text, yuan)).toEqual({ ok: true, value: amount });
});

test.each([
  ['12.5', 12_500_000n],
  ['1,075', 1_075_000_000n],
])('%s in 万元 is %s fen', (text, amount) => {
  expect(readAmount(text, { unit: 'wan', signed: false })).toEqual({ ok: true, value: amount });
});

test.each([
  ['1.0.5,00', 'record.amount-unreadable'],
  ['1,0', 'record.amount-unreadable'],
  ['1,0750.00', 'record.amount-unreadable'],
  ['1.075,00', 'record.amount-unreadable'],
  ['', 'record.amount-unreadable'],
  ['不详', 'record.amount-unreadable'],
  ['1e', 'record.amount-unreadable'],
  ['Infinity', 'record.amount-unreadable'],
  ['-12.5', 'record.amount-negative'],
  ['1e40', 'record.figure-too-large'],
])('%s is no amount: %s', (text, code) => {
  expect(readAmount(text, yuan)).toMatchObject({ ok: false, refusal: { code, text } });
});

test('a result of the month may be a loss', () => {
  expect(readAmount('-1,200.50', { unit: 'yuan', signed: true })).toEqual({ ok: true, value: -120_050n });
});

test.each<[string, QuantityUnit, number]>([
  ['3', 'count', 3],
  ['2.0', 'count', 2],
  ['1,204', 'person', 1204],
  ['0', 'count', 0],
  ['-0.0', 'count', 0],
  ['1234.5', 'kwh', 1235],
  ['1.2E3', 'm3', 1200],
  ['0.6666666666666666', 'ppm', 666_667],
  ['1.0', 'ppm', 1_000_000],
  ['87.5%', 'ppm', 875_000],
])('%s %s is %d', (text, unit, quantity) => {
  expect(readQuantity(text, unit)).toEqual({ ok: true, value: quantity });
});

test.each<[string, QuantityUnit, string]>([
  ['-1', 'count', 'record.quantity-negative'],
  ['-0.2', 'kwh', 'record.quantity-negative'],
  ['2.5', 'count', 'record.quantity-not-whole'],
  ['three', 'count', 'record.quantity-unreadable'],
  ['1.0.5,00', 'count', 'record.quantity-unreadable'],
  ['3000000000', 'count', 'record.figure-too-large'],
  ['1.2', 'ppm', 'record.share-out-of-range'],
  ['-0.1', 'ppm', 'record.share-out-of-range'],
])('%s %s is refused: %s', (text, unit, code) => {
  expect(readQuantity(text, unit)).toMatchObject({ ok: false, refusal: { code, text } });
});

test('every amount survives being written out by hand or by a machine', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (fen) => {
      const digits = fen.toString().padStart(3, '0');
      const [whole, cents] = [digits.slice(0, -2), digits.slice(-2)];
      const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
      for (const text of [`${whole}.${cents}`, `${grouped}.${cents}`, `${fen}e-2`])
        expect(readAmount(text, yuan)).toEqual({ ok: true, value: fen });
    }),
  );
});
