import { addMonths, type Day } from '~/domain/kernel/day.ts';
import { divideHalfUp, type Fen, fen, greatestFen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';

/** What a pool paid out (net of what came back) in one past month. */
export type PaidMonth = { readonly month: string; readonly net: Fen };

export type ForecastPoint = { readonly on: Day; readonly balance: Fen };

/**
 * How a pool's free money runs on when claims go on as in the months seen: what waits is paid first, then the average
 * of the past months, rounded half up, each month until it is used up. A plain continuation, no promise.
 */
export function forecastPool(
  today: Day,
  free: Fen,
  waiting: Fen,
  past: readonly PaidMonth[],
  months = 12,
): ForecastPoint[] {
  const spent = plus(zeroFen, ...past.map((month) => month.net));
  const average = past.length === 0 ? zeroFen : fen(divideHalfUp(spent, BigInt(past.length)));
  let balance = greatestFen(zeroFen, minus(free, waiting));
  const points: ForecastPoint[] = [{ on: today, balance: free }];
  for (let n = 1; n <= months; n += 1) {
    balance = greatestFen(zeroFen, minus(balance, average));
    points.push({ on: addMonths(today, n), balance });
  }
  return points;
}

/** The first day of the forecast on which nothing is left; null when the money lasts. */
export const runsDryOn = (points: readonly ForecastPoint[]): Day | null =>
  points.find((point) => point.balance === 0n)?.on ?? null;
