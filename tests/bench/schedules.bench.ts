import { drawnSchedules, faultsAmong } from '#tests/factories/random-schedules.ts';
import { replayLoan } from '~/domain/loan/replay.ts';
import { scheduleOf } from '~/domain/product/schedule.ts';
import { type Bench, compare } from './bench.ts';

const count = 100_000;
const timed = 2_000;

/**
 * A hundred thousand random schedules against exact fractions, which must agree to the fen; and the speed of replaying a
 * loan against planning it once as the shelf does.
 */
export const bench: Bench = {
  name: 'schedules',
  async run(context) {
    const bar = context.progress('schedules', count);
    const begun = performance.now();
    const faults = faultsAmong(count, 20_261_127, () => bar.tick());
    bar.done();
    context.note('count', count);
    context.note('mismatches', faults.length);
    context.note('seconds', Math.round((performance.now() - begun) / 100) / 10);
    if (faults.length > 0)
      throw new Error(`${faults.length} schedules disagree: ${faults.slice(0, 5).join('; ')}`);
    const loans = drawnSchedules(timed, 7);
    const { values, baselines } = await compare(
      5,
      async () => {
        for (const { contract, principal } of loans) {
          const event = { id: 'd', kind: 'drawdown', on: contract.startOn, amount: principal } as const;
          replayLoan(contract, [event], contract.startOn);
        }
      },
      async () => {
        for (const { contract, principal } of loans)
          scheduleOf({ ...contract, principal, disbursedOn: contract.startOn });
      },
    );
    const perSecond = (ms: number) => (timed * 1_000) / ms;
    return {
      replay: {
        values: values.map(perSecond),
        baselines: baselines.map(perSecond),
        unit: 'schedules/s',
        target: 0.3,
      },
    };
  },
};
