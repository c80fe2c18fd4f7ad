import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { drawFirms, fundDrawnFirms } from '#tests/factories/watched-firms.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { addDays, type Day, day } from '~/domain/kernel/day.ts';
import { evaluateSignals } from '~/domain/monitoring/evaluate.ts';
import { itemsOfSignal, netAssetsItem, type Signal } from '~/domain/monitoring/signal.ts';
import { system } from '~/server/access/actor.ts';
import { clock, onDay } from '~/server/clock.ts';
import { withBatchTransaction } from '~/server/db/batch-client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { noArrears } from '~/server/monitoring/screen-loans.ts';
import { findAllFacts } from '~/server/monitoring/store-screen.ts';
import { siftBetween, siftTouched } from '~/server/monitoring/store-sieve.ts';
import { signalsToday } from '~/server/monitoring/watch-loans.ts';

const urls = freshDatabase({ as: 'batch', template: referenceTemplate });
const drawnOn = day('2026-11-28');
let signals: Signal[];
let world: { readonly batchId: string; readonly firms: readonly string[] };

beforeAll(() =>
  onDay(drawnOn, async () => {
    const all = await withActor(system('test'), signalsToday);
    signals = all.filter(({ body }) => body.active && body.rule.kind !== 'days-past-due');
    world = await fundDrawnFirms(urls.ownerUrl, drawFirms(120, drawnOn, kindsOf(signals)), drawnOn, []);
  }),
);

/** Every item that a signal looks at, with each category that it asks for and another. */
const kindsOf = (some: readonly Signal[]) =>
  some.flatMap(({ body }) => {
    if (!body.active || body.rule.kind === 'days-past-due') return [];
    const { items, categories } = body.rule;
    const worth = [netAssetsItem, 'net-assets'] as const;
    return [
      worth,
      ...items.flatMap((item) =>
        [...(categories ?? [null]), '其他'].map((category) => [item, category] as const),
      ),
    ];
  });

/** The firms that one signal says something of, read and judged firm by firm. */
async function spokenOf(signal: Signal): Promise<string[]> {
  const facts = await withBatchTransaction((tx) => findAllFacts(tx, world.firms, itemsOfSignal(signal)));
  return world.firms.filter((firm) => {
    const known = { loanId: 'x', facts: facts.get(firm) ?? [], arrears: noArrears };
    return evaluateSignals(known, [signal], clock.today()).length > 0;
  });
}

async function sifted(signal: Signal): Promise<string[]> {
  const loans = await withBatchTransaction(async (tx) => [
    ...(await siftTouched(tx, world.batchId, sieveOf(signal, 0))),
    ...(await siftTouched(tx, world.batchId, sieveOf(signal, 1))),
  ]);
  return loans.map((loan) => loan.enterprise_id);
}

const sieveOf = (signal: Signal, part: number) => ({
  signals: [signal],
  today: clock.today(),
  share: { part, of: 2 },
});

const daysOn = (n: number): Day => addDays(drawnOn, n);

test('no firm that a signal speaks of is sifted out, on any day, and most of the others are', async () => {
  const seen = new Map<string, { spoken: number; kept: number }>();
  for (const today of [-31, 0, 40].map(daysOn))
    await onDay(today, async () => {
      for (const signal of signals) {
        const [spoken, kept] = [await spokenOf(signal), await sifted(signal)];
        expect(new Set(kept).size, signal.code).toBe(kept.length);
        expect(
          spoken.filter((firm) => !kept.includes(firm)),
          `${signal.code} on ${today}`,
        ).toEqual([]);
        const sum = seen.get(signal.code) ?? { spoken: 0, kept: 0 };
        seen.set(signal.code, { spoken: sum.spoken + spoken.length, kept: sum.kept + kept.length });
      }
    });
  for (const [code, { spoken, kept }] of seen) {
    expect(spoken, code).toBeGreaterThan(0);
    expect(kept, code).toBeLessThan((world.firms.length * 3) / 2);
  }
});

test('all live loans are sifted by their ids as those of a batch are', () =>
  onDay(drawnOn, async () => {
    const [none, end] = ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
    const whole = { signals, today: drawnOn, share: { part: 0, of: 1 } };
    const [touched, all] = await withBatchTransaction(async (tx) => [
      await siftTouched(tx, world.batchId, whole),
      await siftBetween(tx, [none, end], whole),
    ]);
    expect(touched.length).toBeGreaterThan(0);
    expect(all).toEqual(touched);
  }));
