import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '~/domain/kernel/day.ts';
import { type Fen, fen, plus, zeroFen } from '~/domain/kernel/money.ts';
import { compareClaims } from '~/domain/policy/waterfall.ts';
import { allocate, type QueuedClaim, type Room } from './allocate.ts';

const claim = (id: string, payable: number, over: Partial<QueuedClaim> = {}): QueuedClaim => ({
  id,
  determinedOn: day(`2026-01-0${id}`),
  enrolledOn: day('2025-01-01'),
  payable: fen(payable),
  paid: zeroFen,
  held: zeroFen,
  loss: fen(payable * 2),
  fuseKey: 'bank-2026',
  limitKeys: [],
  ...over,
});

const rule = { sharePpm: 30_000, basis: 'gross', measure: 'loss', trigger: 'above' } as const;

const room = (pool: number, over: Partial<Room> = {}): Room => ({
  pool: fen(pool),
  limits: new Map(),
  years: new Map(),
  straddling: 'wait',
  ...over,
});

const told = (claims: QueuedClaim[], given: Room) =>
  allocate(claims, given).map(({ id, add, waits }) => [id, Number(add), waits]);

test('the serial key decides, not the arrival; nobody slips past a claim that waits', () => {
  const queue = [claim('3', 10), claim('1', 60), claim('2', 50)];
  expect(told(queue, room(100))).toEqual([
    ['1', 60, null],
    ['2', 0, 'pool'],
    ['3', 0, 'turn'],
  ]);
});

test('the straddling claim takes what is there where the scheme says so', () => {
  expect(told([claim('1', 60), claim('2', 50)], room(100, { straddling: 'partial' }))).toEqual([
    ['1', 60, null],
    ['2', 40, 'pool'],
  ]);
});

test('a fuse that watches what is overdue defers the claimant’s claims and does not count their loss twice', () => {
  const overdue = { ...rule, sharePpm: 50_000, measure: 'overdue', trigger: 'reached' } as const;
  const years = (overdueFen: number) =>
    new Map([
      [
        'bank-2026',
        { rule: overdue, lossPaidAndHeld: fen(overdueFen), recovered: zeroFen, enrolled: fen(1_000) },
      ],
    ]);
  const queue = [claim('1', 600), claim('2', 10), claim('3', 20, { fuseKey: 'other-2026' })];
  expect(told(queue, room(700, { years: years(49) }))).toEqual([
    ['1', 600, null],
    ['2', 10, null],
    ['3', 20, null],
  ]);
  expect(told(queue, room(700, { years: years(50) }))).toEqual([
    ['1', 0, 'fuse'],
    ['2', 0, 'fuse'],
    ['3', 20, null],
  ]);
});

test('a limit that is used up stops its own line only', () => {
  const limits = new Map([['guarantor', fen(10)]]);
  const queue = [
    claim('1', 20, { limitKeys: ['year', 'guarantor'] }),
    claim('2', 5, { limitKeys: ['year', 'guarantor'] }),
    claim('3', 30),
  ];
  expect(told(queue, room(100, { limits }))).toEqual([
    ['1', 0, 'limit'],
    ['2', 0, 'turn'],
    ['3', 30, null],
  ]);
});

test('the fuse counts what is paid, held and asked for, and defers without stopping others', () => {
  const years = new Map([
    ['bank-2026', { lossPaidAndHeld: fen(0), recovered: fen(0), enrolled: fen(1_000), rule }],
  ]);
  const queue = [
    claim('1', 10), // loss 20 of 1,000
    claim('2', 10), // 40: above 3 %
    claim('3', 1), // would fit, but the year is cut
    claim('4', 10, { fuseKey: 'other-2026', loss: fen(0) }),
  ];
  expect(told(queue, room(100, { years }))).toEqual([
    ['1', 10, null],
    ['2', 0, 'fuse'],
    ['3', 0, 'fuse'],
    ['4', 10, null],
  ]);
});

const amounts = fc.integer({ min: 0, max: 1_000 });
const queues = fc
  .array(
    fc.record({
      day: fc.integer({ min: 1, max: 5 }),
      payable: amounts,
      paid: amounts,
      held: amounts,
      loss: amounts,
      bank: fc.constantFrom('a', 'b'),
    }),
    {
      maxLength: 12,
    },
  )
  .map((rows) =>
    rows.map((r, i): QueuedClaim => {
      const paid = fen(Math.min(r.paid, r.payable));
      const held = fen(Math.min(r.held, r.payable - Number(paid)));
      const base = claim(String(r.day), r.payable, {
        paid,
        held,
        loss: fen(r.loss),
        fuseKey: r.bank,
        limitKeys: ['year', r.bank],
      });
      return { ...base, id: `c${String(i).padStart(2, '0')}` };
    }),
  );
const rooms = fc
  .record({
    pool: amounts,
    limit: amounts,
    enrolled: fc.integer({ min: 0, max: 100_000 }),
    straddling: fc.constantFrom('wait', 'partial'),
  })
  .map((r) =>
    room(r.pool, {
      limits: new Map([['a', fen(r.limit)]]),
      years: new Map([
        ['a', { lossPaidAndHeld: zeroFen, recovered: zeroFen, enrolled: fen(r.enrolled), rule }],
      ]),
      straddling: r.straddling as Room['straddling'],
    }),
  );

test('the outcome does not depend on the order of arrival', () => {
  fc.assert(
    fc.property(queues, rooms, fc.nat(), (queue, given, turn) => {
      const arrived = [
        ...queue.slice(turn % (queue.length || 1)),
        ...queue.slice(0, turn % (queue.length || 1)),
      ].reverse();
      expect(allocate(arrived, given)).toEqual(allocate(queue, given));
    }),
  );
});

test('never more is reserved than there is, than a limit leaves, or than is owed', () => {
  fc.assert(
    fc.property(queues, rooms, (queue, given) => {
      const grants = allocate(queue, given);
      const sum = (keep: (c: QueuedClaim) => boolean): Fen =>
        plus(zeroFen, ...grants.filter((g) => queue.some((c) => c.id === g.id && keep(c))).map((g) => g.add));
      expect(sum(() => true) <= given.pool).toBe(true);
      expect(sum((c) => c.limitKeys.includes('a')) <= (given.limits.get('a') ?? zeroFen)).toBe(true);
      for (const c of queue) {
        const add = grants.find((g) => g.id === c.id)?.add ?? zeroFen;
        expect(add >= 0n && c.paid + c.held + add <= c.payable).toBe(true);
      }
    }),
  );
});

test('whoever waits for the pool lets nobody behind take from it', () => {
  fc.assert(
    fc.property(queues, rooms, (queue, given) => {
      const grants = allocate(queue, given);
      const stop = grants.findIndex((g) => g.waits === 'pool');
      if (stop >= 0) expect(grants.slice(stop + 1).every((g) => g.add === 0n)).toBe(true);
      const order = [...queue].sort(compareClaims).map((c) => c.id);
      expect(grants.map((g) => g.id)).toEqual(order);
    }),
  );
});

test('the fuse is monotone: what a smaller year cuts, a year with more losses cuts too', () => {
  fc.assert(
    fc.property(queues, rooms, amounts, (queue, given, more) => {
      const year = given.years.get('a') ?? {
        lossPaidAndHeld: zeroFen,
        recovered: zeroFen,
        enrolled: zeroFen,
        rule,
      };
      const worse = { ...given, years: new Map([['a', { ...year, lossPaidAndHeld: fen(more) }]]) };
      const cut = (r: Room) =>
        allocate(queue, r)
          .filter((g) => g.waits === 'fuse')
          .map((g) => g.id);
      expect(cut(worse)).toEqual(expect.arrayContaining(cut(given)));
    }),
  );
});
