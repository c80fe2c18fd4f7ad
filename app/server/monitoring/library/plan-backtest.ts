import { addDays } from '~/domain/kernel/day.ts';
import type { TestedDays } from '~/domain/monitoring/library/backtest.ts';
import type { Signal } from '~/domain/monitoring/signal.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { asSignal, signalKinds } from '~/server/monitoring/library/as-signal.ts';
import { signalInForce } from '~/server/monitoring/library/list-signals.ts';
import type { Plan } from '~/server/monitoring/library/remember-loans.ts';
import type { BacktestRow } from '~/server/monitoring/store-backtest.ts';
import { findWindows } from '~/server/monitoring/store-remembered.ts';
import { findSchemeVersions } from '~/server/policy/store-drafts.ts';

/** What is tested and what it is held against: a draft against the earlier version in force, that one against the one before its first day. */
export async function planBacktest(tx: Tx, order: BacktestRow): Promise<Plan> {
  const after = {
    code: order.signalCode,
    version: order.signalVersion,
    body: order.body,
  } as unknown as Signal;
  const versions = (await findSchemeVersions(tx, order.signalCode, signalKinds)).map(asSignal);
  const earlier = versions.filter(({ version }) => version < order.signalVersion);
  const own = versions.find(({ version }) => version === order.signalVersion);
  const on = order.draftId || !own ? clock.today() : addDays(own.validFrom, -1);
  const days = { from: dayOfDate(order.fromOn), to: dayOfDate(order.toOn) };
  return {
    after,
    before: signalInForce(earlier, on) ?? null,
    days: { ...days, windowDaysOn: await windowDays(tx) },
  };
}

/** For how many days a closed case was not raised again, by the rules of handling in force on each day; before the first by that. */
async function windowDays(tx: Tx): Promise<TestedDays['windowDaysOn']> {
  const windows = await findWindows(tx);
  const first = windows.at(-1);
  if (!first) throw new Error('no alert-handling');
  return (on) =>
    (windows.find(({ from, until }) => from <= on && (until === null || on <= until)) ?? first).days;
}
