import { expect, test } from 'vitest';
import { addDays, type Day, day } from '~/domain/kernel/day.ts';
import { type RecordEvent, standingOf } from '~/domain/objection/standing.ts';
import { decisionLastDay } from './decision-clock.ts';

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
    if (happening === 'objection') known.push({ kind: 'objection-filed', on: at, suspends });
    if (happening === 'revocation') known.push({ kind: 'revoked', on: at });
    if (happening === 'repair') known.push({ kind: 'repair-filed', on: at });
    if (happening === 'expiry') known.push({ kind: 'sheet-expired', on: at });
    const { disputed } = standingOf(known);
    const disputes = disputed ? [{ from: disputed.from, to: disputed.to ?? on(40) }] : [];
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
