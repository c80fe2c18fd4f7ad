import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { drawFirms, fundDrawnFirms } from '#tests/factories/watched-firms.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { addDays, day, startOf } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { itemsOfSignal, netAssetsItem, type Signal } from '~/domain/monitoring/signal.ts';
import { system } from '~/server/access/actor.ts';
import { clock, onDay } from '~/server/clock.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { failureOf, stateOf } from '~/server/monitoring/library/backtest-state.ts';
import { listSignals } from '~/server/monitoring/library/list-signals.ts';
import { backtestNow } from '~/server/monitoring/library/order-backtest.ts';
import { runBacktest } from '~/server/monitoring/library/run-backtest.ts';
import { showBacktest } from '~/server/monitoring/library/show-backtest.ts';
import { findBacktest } from '~/server/monitoring/store-backtest.ts';
import { findPastLoans } from '~/server/monitoring/store-remembered.ts';
import { findLoansOfFirm } from '~/server/monitoring/store-watch.ts';
import { lookClosely, signalsToday } from '~/server/monitoring/watch-loans.ts';

const urls = freshDatabase({ as: 'batch', template: referenceTemplate });
const today = day('2026-11-28');
const platform = system('test');
let signals: Signal[];
let firms: readonly string[];

/** Firms with records of all kinds, known today; half of the items are opened to the lender. The live watch has looked at all of them. */
beforeAll(() =>
  onDay(today, async () => {
    const all = await withActor(platform, signalsToday);
    signals = all.filter(({ body }) => body.active && body.rule.kind !== 'days-past-due');
    const items = [...new Set(signals.flatMap(itemsOfSignal))].sort();
    const kinds = signals.flatMap(({ body }) => {
      if (!body.active || body.rule.kind === 'days-past-due') return [];
      const { items: codes, categories } = body.rule;
      return codes.flatMap((code) => [...(categories ?? [null]), '其他'].map((c) => [code, c] as const));
    });
    const world = await fundDrawnFirms(
      urls.ownerUrl,
      drawFirms(80, today, [...kinds, [netAssetsItem, 'net-assets']]),
      today,
      items.filter((_, n) => n % 2 === 0),
    );
    firms = world.firms;
    await withActor(platform, async (tx) => {
      const loans = [];
      for (const firm of firms) loans.push(...(await findLoansOfFirm(tx, firm)));
      await lookClosely(tx, platform, loans, signals, world.batchId);
    });
  }),
);

const alertsOf = async (code: string) => {
  const rows = await withActor(platform, (tx) => tx.alert.findMany({ where: { signalCode: code } }));
  return rows.map((row) => `${row.loanId} ${row.enterpriseId} ${row.severity}`).sort();
};

const testedOn = async (code: string, from = today, to = today) => {
  const id = insist(await backtestNow({ code, draftId: null }, { from, to, graceMonths: 3 }));
  const loans = await withActor(platform, (tx) =>
    tx.signalBacktestLoan.findMany({ where: { backtestId: id } }),
  );
  const row = await withActor(platform, (tx) => findBacktest(tx, id));
  return { row, loans: loans.map((each) => `${each.loanId} ${each.enterpriseId} ${each.after}`).sort() };
};

test('a back-test of the version in force over a day gives the alerts that the live watch raised', () =>
  onDay(today, async () => {
    let raised = 0;
    for (const { code } of signals) {
      const [live, tested] = [await alertsOf(code), await testedOn(code)];
      expect(tested.loans, code).toEqual(live);
      raised += live.length;
    }
    expect(raised).toBeGreaterThan(signals.length);
  }));

const none = '00000000-0000-0000-0000-000000000000';
const sql = (text: string, values: unknown[]) =>
  withClient(urls.ownerUrl, (client) => client.query(text, values));

describe('what may not be used any more', () => {
  const code = 'tax-arrears';
  const without = async (change: (firm: string) => Promise<unknown>) => {
    const before = (await testedOn(code)).loans;
    const firm = before[0]?.split(' ')[1] ?? '';
    expect(before.length).toBeGreaterThan(0);
    await change(firm);
    expect((await testedOn(code)).loans).toEqual(before.filter((line) => !line.includes(firm)));
  };
  test('a repaired record is not seen, although it was known then', () =>
    onDay(today, () =>
      without((firm) =>
        sql(
          `insert into fact (enterprise_id, item, item_version, provider_id, batch_id, source_key, op, supersedes, occurred_on, known_at)
           select enterprise_id, item, item_version, provider_id, gen_random_uuid(), source_key, 'seal', id, occurred_on, known_at
           from current_fact where enterprise_id = $1`,
          [firm],
        ),
      ),
    ));

  test('nor is anything under a consent that was withdrawn', () =>
    onDay(today, () =>
      without((firm) =>
        sql(`update consent set revoked_at = now(), revoked_by = granted_by where enterprise_id = $1`, [
          firm,
        ]),
      ),
    ));
});

test('days before the first loan are refused, and an order that begins before it begins with it', () =>
  onDay(today, async () => {
    const order = { from: addDays(today, -40), to: addDays(today, -1), graceMonths: 3 };
    expect(await backtestNow({ code: 'tax-arrears', draftId: null }, order)).toMatchObject({
      refusal: { code: 'monitoring.before-loans', first: today },
    });
    const { row } = await testedOn('tax-arrears', addDays(today, -40));
    expect(row && [dayOfDate(row.fromOn), dayOfDate(row.toOn)]).toEqual([today, today]);
  }));

test('one that breaks off is marked as failed with its time and reason, and can run again', () =>
  onDay(today, async () => {
    const stop = () => {
      throw new Error('stopped');
    };
    const order = { from: today, to: today, graceMonths: 3 };
    await expect(backtestNow({ code: 'tax-arrears', draftId: null }, order, stop)).rejects.toThrow('stopped');
    const failed = await withActor(platform, (tx) =>
      tx.signalBacktest.findFirstOrThrow({ where: { state: 'failed' } }),
    );
    const shown = async () => insist(await showBacktest(platform, failed.id, { page: 0 }));
    expect(await shown()).toMatchObject({ state: 'failed', failure: 'fault', result: null });
    expect((await shown()).failedAt).not.toBeNull();
    await runBacktest(platform, failed.id);
    expect(await shown()).toMatchObject({ state: 'done', failure: null });
  }));

test('one whose worker is gone is lost after a quarter of an hour', () =>
  onDay(today, async () => {
    const row = { state: 'running', failure: null };
    const toldAt = (minutes: number) => new Date(clock.now().getTime() - minutes * 60_000);
    expect(stateOf({ ...row, toldAt: toldAt(14) })).toBe('running');
    expect([stateOf, failureOf].map((of) => of({ ...row, toldAt: toldAt(16) }))).toEqual(['failed', 'lost']);
  }));

test('before a merger was recorded the borrower is watched, from that day on who took it over', () =>
  onDay(today, async () => {
    const [firm, heir] = firms as [string, string];
    const merged = addDays(today, -10);
    const spans = async () =>
      (
        await withActor(platform, (tx) =>
          findPastLoans(tx, { from: addDays(today, -30), to: today }, none, 1_000),
        )
      )
        .filter((loan) => loan.borrower_id === firm)
        .map((loan) => [loan.enterprise_id, loan.lived_from, loan.lived_through]);
    await sql(`update loan set disbursed_on = $2::date, recorded_at = $2::date where enterprise_id = $1`, [
      ...[firm, addDays(today, -20)],
    ]);
    expect(await spans()).toEqual([[firm, addDays(today, -20), null]]);
    await sql(
      `insert into enterprise_succession (enterprise_id, id, kind, successor_id, effective_on, basis, known_at)
       values ($1, gen_random_uuid(), 'merge', $2, $3, 'x', $4)`,
      [firm, heir, addDays(today, -25), startOf(merged)],
    );
    const [before, after] = [
      [firm, addDays(today, -20), addDays(merged, -1)],
      [heir, merged, null],
    ];
    expect((await spans()).sort()).toEqual([before, after].sort());
  }));

test('a back-test does not reach into the future, nor over more than three years', () =>
  onDay(today, async () => {
    const order = (from: number, to: number) =>
      backtestNow(
        { code: 'tax-arrears', draftId: null },
        { from: addDays(today, from), to: addDays(today, to), graceMonths: 3 },
      );
    for (const [from, to] of [
      [0, 1],
      [0, -1],
      [-1200, 0],
    ] as const)
      expect(await order(from, to)).toMatchObject({ refusal: { code: 'monitoring.backtest-range' } });
    expect(
      await backtestNow({ code: 'no-such', draftId: null }, { from: today, to: today, graceMonths: 3 }),
    ).toMatchObject({ refusal: { code: 'policy.not-found' } });
  }));

test('the library holds all eleven families and 23 signals of the plan', async () => {
  const library = await listSignals(platform, {});
  expect(new Set(library.rows.map((row) => row.body.family)).size).toBe(11);
  expect(new Set(library.rows.flatMap((row) => row.body.planNos)).size).toBe(23);
  const tax = await listSignals(platform, { family: 'tax', active: 'yes' });
  expect(tax.rows.every((row) => row.body.family === 'tax' && row.body.active)).toBe(true);
  expect(library.items['tax.payment']?.zh).toMatch(/税/);
});
