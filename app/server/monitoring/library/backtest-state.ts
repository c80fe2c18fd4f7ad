import { clock } from '~/server/clock.ts';
import type { BacktestRow } from '~/server/monitoring/store-backtest.ts';

const lostAfterMs = 15 * 60_000;

/** Whether an order that nobody began waits for so long that its worker may be gone. */
export const isLate = ({ state, orderedAt }: Pick<BacktestRow, 'state' | 'orderedAt'>): boolean =>
  state === 'ordered' && clock.now().getTime() - orderedAt.getTime() > lostAfterMs;

type Row = Pick<BacktestRow, 'state' | 'toldAt' | 'failure'>;

/** One that runs tells so every few seconds; unheard of for a quarter of an hour it is lost. */
const isLost = ({ state, toldAt }: Row): boolean =>
  state === 'running' && clock.now().getTime() - (toldAt?.getTime() ?? 0) > lostAfterMs;

/** How a back-test stands; one that was lost has failed. */
export const stateOf = (row: Row) =>
  (isLost(row) ? 'failed' : row.state) as 'ordered' | 'running' | 'done' | 'failed';

/** Why it failed; null where it did not. */
export const failureOf = (row: Row) =>
  (isLost(row) ? 'lost' : row.failure) as 'database' | 'fault' | 'lost' | null;
