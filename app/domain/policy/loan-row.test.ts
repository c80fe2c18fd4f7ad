import { describe, expect, test } from 'vitest';
import { wan } from '~/domain/kernel/money.ts';
import { readLoanRow } from './loan-row.ts';

const row = {
  loan_id: 'L1',
  bank: 'First Bank',
  principal_yuan: '1,000,000',
  drawn_on: '2025-01-01',
  maturity_on: '2026-01-01',
};

describe('a row of a loan file', () => {
  test('needs no more than id, bank, principal and days', () => {
    const read = readLoanRow(row);
    expect(read).toMatchObject({
      ok: true,
      loan: {
        id: 'L1',
        borrowerId: 'L1',
        bank: 'First Bank',
        loss: null,
        facts: { principal: wan(100), termMonths: 12 },
      },
    });
  });

  test('tells a loss', () => {
    const read = readLoanRow({
      ...row,
      loss_on: '2025-06-01',
      unpaid_yuan: '500000',
      recovered_yuan: '1.50',
      cause: 'market',
    });
    expect(read.ok && read.loan.loss).toMatchObject({
      determinedOn: '2025-06-01',
      unpaidPrincipal: wan(50),
      recovered: 150n,
    });
  });

  test.each([
    ['loan_id', ''],
    ['principal_yuan', 'much'],
    ['principal_yuan', '-1'],
    ['drawn_on', '2025-02-30'],
    ['maturity_on', '2024-12-31'],
    ['size', 'huge'],
    ['rate_percent', '4.35678'],
    ['flags', 'key-list;lucky'],
    ['loss_on', 'soon'],
  ])('names the column that cannot be read: %s = %s', (column, value) => {
    expect(readLoanRow({ ...row, [column]: value })).toEqual({ ok: false, column });
  });

  test('names a cause that nobody knows', () => {
    expect(readLoanRow({ ...row, loss_on: '2025-06-01', cause: 'fate' })).toEqual({
      ok: false,
      column: 'cause',
    });
  });
});
