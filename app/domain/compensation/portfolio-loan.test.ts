import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen } from '~/domain/kernel/money.ts';
import { payByApprovedShare } from './approved-share.ts';
import {
  claimYear,
  type PortfolioColumn,
  readDollars,
  readPortfolioLoan,
  readUsDay,
} from './portfolio-loan.ts';

test.each([
  ['$12,345.67 ', 1_234_567n],
  ['60000', 6_000_000n],
  ['$0.00 ', 0n],
  ['', 0n],
  ['12.5', 1_250n],
  ['1,23', null],
  ['-5', null],
  ['n/a', null],
])('an amount %j is %s cents', (text, cents) => {
  expect(readDollars(text)).toBe(cents);
});

test.each([
  ['2/28/1997', '1997-02-28'],
  ['29-Apr-13', '2013-04-29'],
  ['28-Feb-70', '1970-02-28'],
  ['31-Dec-99', '1999-12-31'],
  ['1-Jan-69', '2069-01-01'],
  ['1-jan-00', '2000-01-01'],
  ['2/30/1997', null],
  ['5-Foo-99', null],
  ['', null],
])('a day %j is %s', (text, day) => {
  expect(readUsDay(text)).toBe(day);
});

const row = (over: Partial<Record<PortfolioColumn, string>> = {}) => {
  const cells: Record<PortfolioColumn, string> = {
    loan_nr: '1000014003',
    Bank: 'FIFTH THIRD BANK',
    ApprovalDate: '2/28/1997',
    DisbursementDate: '',
    ChgOffDate: '29-Apr-13',
    GrAppv: '$60,000.00 ',
    SBA_Appv: '$48,000.00 ',
    ChgOffPrinGr: '$30,001.01 ',
    ...over,
  };
  return readPortfolioLoan((column) => cells[column]);
};

test('a row becomes a loan; a missing day of disbursement stays missing', () => {
  const read = row();
  expect(read).toMatchObject({
    ok: true,
    value: { disbursedOn: null, chargedOffOn: '2013-04-29', loss: 3_000_101n },
  });
  if (read.ok) expect(claimYear(read.value)).toBe('2013');
  const undated = row({ ChgOffDate: '' });
  if (undated.ok) expect(claimYear(undated.value)).toBe('unknown');
});

test.each([
  ['loan_nr', ' '],
  ['ApprovalDate', 'yesterday'],
  ['DisbursementDate', '31/31/1999'],
  ['ChgOffDate', '0'],
  ['GrAppv', '0'],
  ['SBA_Appv', 'x'],
  ['ChgOffPrinGr', '1.234'],
] as const)('a row whose %s is %j is refused by name', (column, value) => {
  expect(row({ [column]: value })).toEqual({
    ok: false,
    refusal: { code: 'compensation.cell-unreadable', column, value },
  });
});

test('a guarantee above the loan is refused', () => {
  expect(row({ SBA_Appv: '60000.01' })).toMatchObject({
    refusal: { code: 'compensation.guarantee-above-loan' },
  });
});

test.each([
  [3_000_101n, 6_000_000n, 4_800_000n, 2_400_081n], // 2,400,080.8
  [1n, 2n, 1n, 1n], // a half goes up
  [9_000_000n, 6_000_000n, 4_800_000n, 4_800_000n], // never above the guarantee
  [5n, 3n, 0n, 0n],
])('a loss of %d on %d approved and %d guaranteed pays %d', (loss, approved, guaranteed, pays) => {
  const given = { loss: fen(loss), approved: fen(approved), guaranteed: fen(guaranteed) };
  expect(payByApprovedShare(given)).toBe(pays);
});

test('the payment is within half a cent of the exact share, and never above guarantee', () => {
  const cents = fc.bigInt({ min: 1n, max: 10n ** 12n }).map(fen);
  fc.assert(
    fc.property(cents, cents, cents, (loss, approved, guaranteed) => {
      const paid = payByApprovedShare({ loss, approved, guaranteed });
      expect(paid <= guaranteed).toBe(true);
      if (paid < guaranteed) {
        const off = 2n * (paid * approved - loss * guaranteed);
        expect(off <= approved && off > -approved).toBe(true);
      }
    }),
  );
});
