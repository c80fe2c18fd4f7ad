import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fen, fen, plus, wan, yuan, zeroFen } from '~/domain/kernel/money.ts';
import { compareClaims } from './claim-order.ts';
import { type ClaimFacts, compensate, type Room } from './compensate.ts';
import type { FlatRules, FuseRule } from './compensation-rules.ts';
import { fuseRoom, isFuseBlown } from './fuse.ts';
import { byLargestRemainder, splitRecovery } from './recovery.ts';

const flat = (over: Partial<FlatRules> = {}): FlatRules => ({
  form: 'flat',
  coverage: { regions: null, sectors: null, sizes: null, purposes: null, borrowerLists: null },
  pool: null,
  borrowerCapWan: null,
  yearCapWan: null,
  fuse: null,
  enrolmentRequired: false,
  straddling: 'partial',
  togetherPpm: 1_000_000,
  alongside: [],
  sharePpm: 400_000,
  addOns: [],
  ceilingPpm: 1_000_000,
  guarantorMode: null,
  ...over,
});

const claim = (over: Partial<ClaimFacts> = {}): ClaimFacts => ({
  principal: wan(100),
  flags: [],
  unpaidPrincipal: wan(100),
  recovered: zeroFen,
  otherPayers: zeroFen,
  causes: [],
  enrolled: true,
  ...over,
});
const open: Room = { borrowerCapLeft: null, yearCapLeft: null, poolLeft: null, fuseBlown: false };

const pay = (over: Partial<ClaimFacts> & Partial<Room>, rules = flat()) => {
  const { borrowerCapLeft, yearCapLeft, poolLeft, fuseBlown, ...facts } = { ...open, ...over };
  return compensate({ body: rules }, claim(facts), { borrowerCapLeft, yearCapLeft, poolLeft, fuseBlown });
};

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
    ['nothing from a cap that is overdrawn', { yearCapLeft: fen(-1n) }, 'year-cap', zeroFen],
  ] as const)('%s', (_, over, bound, amount) => {
    const paid = pay(over);
    expect(paid).toMatchObject({ bound, amount, outcome: amount === 0n ? 'nothing' : 'paid' });
    expect(paid.lines.at(-1)).toEqual({ code: 'paid-least', bound, amountFen: String(amount) });
  });

  test('every limit is told with the amount before and after it', () => {
    const { lines } = pay({ borrowerCapLeft: wan(50), yearCapLeft: wan(30), poolLeft: wan(10) });
    expect(lines.map((line) => ('bound' in line ? `${line.code} ${line.bound}` : line.code))).toEqual([
      'eligible-loss',
      'flat-share',
      'share-of-loss',
      'within borrower-cap',
      'limited year-cap',
      'within remaining-loss',
      'limited pool',
      'paid-least pool',
    ]);
  });

  test('a claim above what the pool holds waits its turn where the scheme says so', () => {
    const waiting = pay({ poolLeft: wan(10) }, flat({ straddling: 'wait' }));
    expect(waiting).toMatchObject({ outcome: 'waiting', amount: 0n });
    expect(waiting.lines.at(-1)).toEqual({
      code: 'waits',
      askedFen: String(wan(40)),
      poolFen: String(wan(10)),
    });
    expect(pay({ poolLeft: wan(40) }, flat({ straddling: 'wait' }))).toMatchObject({ outcome: 'paid' });
  });

  test.each([
    ['not enrolled', { enrolled: false }, flat({ enrolmentRequired: true }), 'not-enrolled'],
    ['a blown fuse', { fuseBlown: true }, flat(), 'deferred'],
    ['a share nobody published', {}, flat({ sharePpm: null }), 'share-not-published'],
  ] as const)('%s pays nothing and says so', (_, over, rules, outcome) => {
    expect(pay(over, rules)).toMatchObject({ outcome, amount: 0n, bound: null });
  });
});

const amount = fc.bigInt({ min: 0n, max: 10n ** 11n }).map(fen);
const maybe = fc.option(amount, { nil: null });

test('never above any cap, never above the loss that others leave, never below zero', () => {
  fc.assert(
    fc.property(
      fc.record({ unpaidPrincipal: amount, recovered: amount, otherPayers: amount }),
      fc.record({ borrowerCapLeft: maybe, yearCapLeft: maybe, poolLeft: maybe }),
      fc.nat(1_000_000),
      fc.constantFrom('partial' as const, 'wait' as const),
      (facts, room, sharePpm, straddling) => {
        const paid = pay({ ...facts, ...room }, flat({ sharePpm, straddling }));
        expect(paid.amount >= 0n).toBe(true);
        for (const limit of Object.values(room)) if (limit !== null) expect(paid.amount <= limit).toBe(true);
        if (paid.amount > 0n) {
          expect(paid.amount + facts.otherPayers <= paid.eligibleLoss).toBe(true);
          expect(paid.amount * 1_000_000n <= paid.eligibleLoss * BigInt(sharePpm) + 500_000n).toBe(true);
        }
      },
    ),
  );
});

describe('fuse', () => {
  const rule: FuseRule = { sharePpm: 30_000, basis: 'gross', measure: 'loss', trigger: 'above' };
  test.each([
    ['gross', 'above', 301, 50, true],
    ['net', 'above', 301, 50, false],
    ['net', 'above', 351, 50, true],
    ['gross', 'above', 300, 0, false],
    ['gross', 'reached', 300, 0, true],
    ['gross', 'reached', 299, 0, false],
  ] as const)('3 %% %s %s: loss %i less %i on 10,000 enrolled → %s', (basis, trigger, loss, back, blown) => {
    const year = { lossPaidAndHeld: wan(loss), recovered: wan(back), enrolled: wan(10_000) };
    expect(isFuseBlown(year, { ...rule, basis, trigger })).toBe(blown);
  });

  test('the room left is exactly what does not blow it', () => {
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.nat(200_000),
        fc.constantFrom('above' as const, 'reached' as const),
        (enrolled, lossPaidAndHeld, sharePpm, trigger) => {
          const year = { enrolled, lossPaidAndHeld, recovered: zeroFen };
          const own = { ...rule, sharePpm, trigger };
          const room = fuseRoom(year, own);
          if (isFuseBlown(year, own)) {
            expect(room).toBe(0n);
            return;
          }
          const after = (more: bigint) => ({ ...year, lossPaidAndHeld: fen(lossPaidAndHeld + more) });
          expect(isFuseBlown(after(room), own)).toBe(false);
          expect(isFuseBlown(after(room + 1n), own)).toBe(true);
        },
      ),
    );
  });
});

describe('a recovery', () => {
  const split = (recovered: Fen, costs: Fen, paid: readonly [string, Fen, Fen][]) =>
    Object.fromEntries(
      splitRecovery({
        recovered,
        costs,
        eligibleLoss: wan(300),
        payers: paid.map(([payer, amountPaid, returned]) => ({ payer, paid: amountPaid, returned })),
      }).map((part) => [part.payer, part.amount]),
    );

  test('goes back by what each paid, the bank keeping its own part', () => {
    expect(split(wan(60), wan(10), [['pool', wan(120), zeroFen]])).toEqual({ bank: wan(30), pool: wan(20) });
  });
  test('costs above the proceeds bring nothing back', () => {
    expect(split(wan(10), wan(20), [['pool', wan(120), zeroFen]])).toEqual({ bank: 0n, pool: 0n });
  });
  test('nobody gets back more than it paid', () => {
    expect(split(wan(300), zeroFen, [['pool', wan(120), wan(100)]])).toEqual({
      bank: wan(280),
      pool: wan(20),
    });
  });
  test('payers who paid more than the loss are a fault', () => {
    expect(() => split(wan(1), zeroFen, [['pool', wan(301), zeroFen]])).toThrow(/more than the loss/);
  });

  test('ties to the fen whatever the order of the payers', () => {
    const payers = fc.uniqueArray(
      fc.record({
        payer: fc.constantFrom('city', 'district', 'guarantor', 'insurer', 'province'),
        paid: amount,
      }),
      { selector: (p) => p.payer, maxLength: 5 },
    );
    fc.assert(
      fc.property(payers, amount, amount, amount, (paid, rest, recovered, costs) => {
        const eligibleLoss = plus(rest, ...paid.map((p) => p.paid));
        const bearers = paid.map((p) => ({ ...p, returned: zeroFen }));
        const parts = splitRecovery({ recovered, costs, eligibleLoss, payers: bearers });
        const net = recovered > costs ? recovered - costs : 0n;
        expect(plus(...parts.map((part) => part.amount))).toBe(net);
        for (const part of parts) {
          expect(part.amount >= 0n).toBe(true);
          const own = paid.find((p) => p.payer === part.payer);
          if (own) expect(part.amount <= own.paid).toBe(true);
        }
        expect(splitRecovery({ recovered, costs, eligibleLoss, payers: [...bearers].reverse() })).toEqual(
          parts,
        );
      }),
    );
  });

  test('whole fen by weight add up', () => {
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 8 }), (whole, weights) => {
        expect(plus(...byLargestRemainder(whole, weights))).toBe(whole);
      }),
    );
  });
});

test('the queue has one order', () => {
  const on = (determinedOn: string, enrolledOn: string, id: string) =>
    ({ determinedOn, enrolledOn, id }) as Parameters<typeof compareClaims>[0];
  const queue = [
    on('2026-03-02', '2026-01-01', 'a'),
    on('2026-03-01', '2026-01-02', 'b'),
    on('2026-03-01', '2026-01-01', 'd'),
    on('2026-03-01', '2026-01-01', 'c'),
  ];
  expect(queue.sort(compareClaims).map((c) => c.id)).toEqual(['c', 'd', 'b', 'a']);
});
