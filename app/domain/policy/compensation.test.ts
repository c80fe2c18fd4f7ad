import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fen, wan, yuan, zeroFen } from '~/domain/kernel/money.ts';
import { percent, ppm } from '~/domain/kernel/rate.ts';
import { compensate, fuseBlown, type LossFile } from './compensation.ts';

const file = (over: Partial<LossFile>): LossFile => ({
  unpaidPrincipal: wan(100),
  recovered: zeroFen,
  otherPayers: zeroFen,
  borrowerCapLeft: null,
  yearCapLeft: null,
  poolLeft: null,
  ...over,
});

describe('what the pool pays on a loss of one million at 40 %', () => {
  test.each([
    ['the share when nothing else binds', {}, 'share', wan(40)],
    ['recoveries come off first', { recovered: wan(50) }, 'share', wan(20)],
    ['what the borrower has left', { borrowerCapLeft: wan(30) }, 'borrower-cap', wan(30)],
    ['what the year has left', { yearCapLeft: wan(10), borrowerCapLeft: wan(30) }, 'year-cap', wan(10)],
    ['what the pool holds', { poolLeft: yuan(1) }, 'pool', yuan(1)],
    ['only the loss that a guarantor of 80 % leaves', { otherPayers: wan(80) }, 'remaining-loss', wan(20)],
    ['nothing when the loss is borne already', { otherPayers: wan(120) }, 'remaining-loss', zeroFen],
    ['nothing when all came back', { recovered: wan(110) }, 'share', zeroFen],
  ] as const)('%s', (_, over, bound, amount) => {
    expect(compensate(percent(40), file(over))).toEqual({
      amount,
      lines: [{ code: 'paid-least', bound, amountFen: String(amount) }],
    });
  });

  test('all payers together never exceed the loss', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 10n }).map(fen);
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        fc.nat(1_000_000),
        (unpaidPrincipal, recovered, otherPayers, share) => {
          const paid = compensate(ppm(share), file({ unpaidPrincipal, recovered, otherPayers })).amount;
          const loss = unpaidPrincipal - recovered;
          expect(paid >= 0n).toBe(true);
          if (paid > 0n) expect(paid + otherPayers <= loss).toBe(true);
        },
      ),
    );
  });
});

test.each([
  ['gross', 301, 50, true],
  ['net', 301, 50, false],
  ['net', 351, 50, true],
  ['gross', 300, 0, false],
] as const)(
  'a fuse of 3 %% counting %s losses of %i less %i on 10,000 enrolled: %s',
  (basis, loss, recovered, blown) => {
    const year = { lossPaidAndHeld: wan(loss), recovered: wan(recovered), enrolled: wan(10_000) };
    expect(fuseBlown(year, { sharePpm: 30_000, basis })).toBe(blown);
  },
);
