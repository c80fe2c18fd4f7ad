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
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { noArrears } from '~/server/monitoring/screen-loans.ts';
import { findAllFacts } from '~/server/monitoring/store-screen.ts';
import { siftBetween, siftTouched } from '~/server/monitoring/store-sieve.ts';
import type { WatchedLoan } from '~/server/monitoring/store-watch.ts';
import { lookClosely, screened, signalsToday, touchedBy } from '~/server/monitoring/watch-loans.ts';

const urls = freshDatabase({ as: 'batch', template: referenceTemplate });
const drawnOn = day('2026-11-28');
let signals: Signal[];
let world: { readonly batchId: string; readonly firms: readonly string[] };

beforeAll(() =>
  onDay(drawnOn, async () => {
    const all = await withActor(system('test'), signalsToday);
    signals = all.filter(({ body }) => body.active && body.rule.kind !== 'days-past-due');
    world = await fundDrawnFirms(
      urls.ownerUrl,
      drawFirms(120, drawnOn, kindsOf(signals)),
      drawnOn,
      granted(),
    );
  }),
);

/** Half of the items that signals look at are opened to the lender; of the others it sees the public ones. */
const granted = () => [...new Set(signals.flatMap(itemsOfSignal))].sort().filter((_, n) => n % 2 === 0);

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

class Undone extends Error {}

/** What a look leaves everywhere, without the ids that are drawn anew; it is undone afterwards. */
async function leftBy(look: (tx: Tx) => Promise<unknown>) {
  const left: unknown[] = [];
  const undone = withActor(system('test'), async (tx) => {
    await look(tx);
    left.push(
      await tx.$queryRaw`select enterprise_id, loan_id, signal_code, signal_version, severity, state, group_key, due_at, evidence from alert order by 1, 2, 3`,
      await tx.$queryRaw`select enterprise_id, kind, party, text, bank_only, user_name from alert_event order by 1, 2, id`,
      await tx.$queryRaw`select enterprise_id, institution_id, kind, urgent, params, left(href, 11) from notification order by 1, 2, 3, 4`,
      await tx.$queryRaw`select enterprise_id, institution_id, kind, payload from event_log order by 1, 3, 4::text`,
      await tx.$queryRaw`select stream, seq, action, purpose, consent_id, (body::jsonb #- '{detail,alertId}') - 'at' as body from audit_entry order by 1, 2`,
      await tx.$queryRaw`select job, payload - 'alertId' - 'ref' - 'subjectId' as payload from outbox order by 1, 2::text`,
    );
    throw new Undone();
  });
  await expect(undone).rejects.toBeInstanceOf(Undone);
  return left;
}

test('a look at all loans together leaves what a look at each alone leaves', () =>
  onDay(drawnOn, async () => {
    const all = await withActor(system('test'), signalsToday);
    const { loans } = await touchedBy(world.batchId);
    const news = await screened(loans, all);
    const together = await leftBy((tx) => lookClosely(tx, system('test'), news, all, world.batchId));
    const alone = await leftBy(async (tx) => {
      for (const loan of await withoutSieve(tx))
        await lookClosely(tx, system('test'), [loan], all, world.batchId);
    });
    expect((together[0] as unknown[]).length).toBeGreaterThan(20);
    expect(together).toEqual(alone);
  }));

/** Every loan of the world, in the order of the firms. */
const withoutSieve = (tx: Tx) => tx.$queryRaw<WatchedLoan[]>`
  select id::text, enterprise_id::text, borrower_id::text, institution_id::text, application_id::text from watched_loan
  where enterprise_id = any(${[...world.firms]}::uuid[]) order by enterprise_id`;
