import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { drawFirms, fundDrawnFirms } from '#tests/factories/watched-firms.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { addDays, day } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { itemsOfSignal, netAssetsItem, type Signal } from '~/domain/monitoring/signal.ts';
import { system } from '~/server/access/actor.ts';
import { onDay } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { backtestNow } from '~/server/monitoring/library/order-backtest.ts';
import { findBacktest } from '~/server/monitoring/store-backtest.ts';
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

describe('what may not be used any more', () => {
  const code = 'tax-arrears';
  const without = async (change: (firm: string) => Promise<unknown>) => {
    const before = (await testedOn(code)).loans;
    const firm = before[0]?.split(' ')[1] ?? '';
    expect(before.length).toBeGreaterThan(0);
    await change(firm);
    expect((await testedOn(code)).loans).toEqual(before.filter((line) => !line.includes(firm)));
  };
  const sql = (text: string, values: unknown[]) =>
    withClient(urls.ownerUrl, (client) => client.query(text, values));

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

test('days on which nothing was known raise nothing, and the result says over what', () =>
  onDay(today, async () => {
    const { row, loans } = await testedOn('tax-arrears', addDays(today, -40), addDays(today, -1));
    expect(loans).toEqual([]);
    expect(row).toMatchObject({ state: 'done', result: { after: { alerts: 0 }, loans: 0 } });
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
