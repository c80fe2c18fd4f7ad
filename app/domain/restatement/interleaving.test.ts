import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day, day } from '~/domain/kernel/day.ts';
import { pendingSpans } from '~/domain/objection/objection.ts';
import { type RecordEvent, standingOf } from '~/domain/objection/standing.ts';
import { decisionLastDay, openDays } from './decision-clock.ts';

const base = day('2026-11-02');
const on = (n: number): Day => addDays(base, n);

/** The five events of domain.md edge case 15: an objection, a revocation, a repair, a score that expires, a bank's clock that runs. */
const five = ['objection', 'revocation', 'repair', 'expiry', 'clock'] as const;
type Happening = (typeof five)[number];

const ordersOf = <T>(all: readonly T[]): T[][] =>
  all.length === 0
    ? [[]]
    : all.flatMap((one, at) => ordersOf(all.filter((_, i) => i !== at)).map((rest) => [one, ...rest]));

/** What is known after each event in the order it is learnt, and the day that the bank's clock then says. */
function lived(order: readonly Happening[], days: { readonly [H in Happening]: number }, suspends: boolean) {
  const known: RecordEvent[] = [];
  let lastDay = decisionLastDay(base, 20, []);
  for (const happening of [...order, 'clock' as const]) {
    const at = on(days[happening]);
    if (happening === 'objection') known.push({ kind: 'objection-filed', of: 'case', on: at, suspends });
    if (happening === 'revocation') known.push({ kind: 'revoked', on: at });
    if (happening === 'repair') known.push({ kind: 'repair-filed', of: 'case', on: at });
    if (happening === 'expiry') known.push({ kind: 'sheet-expired', on: at });
    const disputes = standingOf(known).disputes.map(({ from, to }) => ({ from, to: to ?? on(40) }));
    if (happening === 'clock') lastDay = decisionLastDay(base, 20, disputes);
  }
  return { standing: standingOf(known), lastDay };
}

test.each([
  [{ objection: 2, revocation: 7, repair: 4, expiry: 5, clock: 0 }, true],
  [{ objection: 7, revocation: 2, repair: 4, expiry: 9, clock: 0 }, false],
  [{ objection: 3, revocation: 3, repair: 3, expiry: 3, clock: 3 }, true],
  [{ objection: 1, revocation: 20, repair: 22, expiry: 30, clock: 0 }, false],
])('all 120 orders in which the five events of %j are learnt end in one state', (days, suspends) => {
  const orders = ordersOf(five);
  expect(new Set(orders.map((order) => order.join())).size).toBe(120);
  const ends = new Set(orders.map((order) => JSON.stringify(lived(order, days, suspends))));
  expect([...ends]).toHaveLength(1);
  expect(JSON.parse([...ends][0] ?? '{}')).toMatchObject({
    standing: { record: 'revoked', disclosure: 'hidden', objection: 'moot', repair: 'moot', sheetDue: true },
  });
});

test('a clock stands still for as long as the record was disputed, and no longer', () => {
  const undisputed = decisionLastDay(base, 20, []);
  const { lastDay } = lived(five, { objection: 2, revocation: 7, repair: 4, expiry: 5, clock: 0 }, false);
  expect(lastDay > undisputed).toBe(true);
  const early = lived(five, { objection: 7, revocation: 2, repair: 4, expiry: 9, clock: 0 }, false);
  expect(early.lastDay).toBe(undisputed);
});

test('a clock stands still on no day on which the disputed record was sealed', () => {
  const spans = fc.array(fc.tuple(fc.nat(30), fc.option(fc.nat(8), { nil: null })), { maxLength: 3 });
  fc.assert(
    fc.property(fc.nat(10), fc.nat(20), spans, (from, lasts, sealed) => {
      const seals = sealed.map(([n, m]) => ({ from: on(n), to: m === null ? null : on(n + m) }));
      const left = openDays({ from: on(from), to: on(from + lasts) }, seals);
      for (let n = 0; n < 45; n += 1) {
        const isSealed = seals.some((s) => s.from <= on(n) && (s.to === null || on(n) < s.to));
        const isStill = left.some((span) => span.from <= on(n) && on(n) <= span.to);
        expect(isStill).toBe(from <= n && n <= from + lasts && !isSealed);
      }
    }),
  );
});

/** One objection that is answered, appealed against and closed: the events of its two spans, in any order of learning. */
const appealed = fc
  .tuple(fc.nat(6), fc.nat(6), fc.nat(12), fc.nat(6), fc.boolean())
  .chain(([received, answered, appealed, closed, isClosed]) => {
    const days = {
      receivedOn: on(received),
      answeredOn: on(received + answered),
      appealedOn: on(received + answered + appealed),
      closedOn: isClosed ? on(received + answered + appealed + closed) : null,
    };
    const events = pendingSpans(days).flatMap(({ from, to }, round): RecordEvent[] => [
      { kind: 'objection-filed', of: `case ${round}`, on: from, suspends: false },
      ...(to ? [{ kind: 'objection-ended', of: `case ${round}`, on: to } as const] : []),
    ]);
    const all = { minLength: events.length, maxLength: events.length };
    return fc.record({ days: fc.constant(days), told: fc.shuffledSubarray(events, all) });
  });

test('an appeal stops the clock while it lasts, and not for the days between the answer and it', () => {
  fc.assert(
    fc.property(appealed, ({ days, told }) => {
      const { disputes, objection } = standingOf(told);
      expect(objection).toBe(days.closedOn ? 'ended' : 'pending');
      const still = (day: Day): boolean =>
        (days.receivedOn <= day && day < days.answeredOn) ||
        (days.appealedOn <= day && (days.closedOn === null || day < days.closedOn));
      const isDisputed = (day: Day) =>
        disputes.some(({ from, to }) => from <= day && (to === null || day < to));
      for (let n = 0; n < 40; n += 1) expect(isDisputed(on(n))).toBe(still(on(n)));
    }),
  );
});
