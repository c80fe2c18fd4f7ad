import { faultOf } from '#tests/factories/exact-schedule.ts';
import { addDays, day } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import type { LoanContract } from '~/domain/loan/contract.ts';
import { replayLoan } from '~/domain/loan/replay.ts';
import { dayCounts } from '~/domain/policy/day-count.ts';
import { repaymentMethods } from '~/domain/product/schedule.ts';

/** A generator of whole numbers below a bound, the same for a seed (mulberry32). */
function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;

/** A loan of any method and day count over leap years and month ends, from a hundred yuan to a billion. */
function drawn(draw: (below: number) => number) {
  const contract: LoanContract = {
    rate: ppm(draw(20) === 0 ? 0 : 1 + draw(180_000)),
    dayCount: pick(dayCounts, draw(4)),
    method: pick(repaymentMethods, draw(5)),
    termMonths: 1 + draw(60),
    startOn: addDays(day('2019-01-01'), draw(6_000)),
  };
  const principal = fen(BigInt(10 ** (4 + draw(7))) + BigInt(draw(1_000_000)));
  return { contract, principal };
}

/** Random loans, the same for a seed. */
export function drawnSchedules(count: number, seed: number) {
  const draw = drawer(seed);
  return Array.from({ length: count }, () => drawn(draw));
}

/** Replays random schedules and names those that do not agree with exact fractions, with what is wrong. */
export function faultsAmong(count: number, seed: number, tick: () => void = () => undefined): string[] {
  const draw = drawer(seed);
  const faults: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const { contract, principal } = drawn(draw);
    const event = { id: 'd', kind: 'drawdown', on: contract.startOn, amount: principal } as const;
    const { schedule } = replayLoan(contract, [event], contract.startOn);
    const fault = faultOf(contract, principal, schedule);
    if (fault) faults.push(`${i} ${contract.method} ${contract.dayCount} ${contract.startOn}: ${fault}`);
    tick();
  }
  return faults;
}
