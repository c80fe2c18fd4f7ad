import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, addMonths, day } from '~/domain/kernel/day.ts';
import { fen, wan, yuan, zeroFen } from '~/domain/kernel/money.ts';
import { percent, ppm } from '~/domain/kernel/rate.ts';
import type { LoanContract } from '~/domain/loan/contract.ts';
import { replayLoan } from '~/domain/loan/replay.ts';
import { dayCounts } from '~/domain/policy/day-count.ts';
import { holidayRules } from '~/domain/product/due-dates.ts';
import { repaymentMethods, scheduleOf } from '~/domain/product/schedule.ts';

const drawnOn = (contract: LoanContract, amount = wan(100)) =>
  ({ id: 'd', kind: 'drawdown', on: contract.startOn, amount }) as const;

it('a loan in service and the schedule of its contract agree on every due date and fen', () => {
  const contracts = fc.record({
    startOn: fc.nat({ max: 2_500 }).map((n) => addDays(day('2018-01-02'), n)),
    rate: fc.integer({ min: 1, max: 180_000 }).map(ppm),
    termMonths: fc.integer({ min: 1, max: 36 }),
    method: fc.constantFrom(...repaymentMethods),
    dayCount: fc.constantFrom(...dayCounts),
    dueDay: fc.option(fc.integer({ min: 1, max: 28 }), { nil: undefined }),
    holiday: fc.option(fc.constantFrom(...holidayRules), { nil: undefined }),
  });
  fc.assert(
    fc.property(contracts, fc.integer({ min: 1, max: 10_000_000 }), (contract, amount) => {
      const principal = fen(BigInt(amount) * 100n);
      const replayed = replayLoan(contract, [drawnOn(contract, principal)], contract.startOn);
      const planned = scheduleOf({ ...contract, principal, disbursedOn: contract.startOn });
      const shown = (rows: readonly { dueOn: string; principal: bigint; interest: bigint }[]) =>
        rows
          .filter((row) => row.principal + row.interest > 0n)
          .map((row) => [row.dueOn, row.principal, row.interest]);
      expect(shown(replayed.schedule)).toEqual(shown(planned));
      expect(replayed.maturityOn).toBe(planned.at(-1)?.dueOn);
    }),
  );
});

const quarterly: LoanContract = {
  ...{ rate: percent('3.65'), dayCount: 'actual360', method: 'bullet-quarterly', termMonths: 12 },
  ...{ startOn: day('2024-01-15'), dueDay: 20, holiday: 'following' },
};

it('arrears count from the day to which the contract moves a due date', () => {
  const moved: LoanContract = { ...quarterly, startOn: day('2023-12-15'), dueDay: 1, termMonths: 24 };
  // 1 June 2024 is a Saturday: interest is due on Monday the 3rd.
  const events = [drawnOn(moved)];
  expect(replayLoan(moved, events, day('2024-06-03')).schedule.map(({ dueOn }) => dueOn)).toContain(
    '2024-06-03',
  );
  const first = replayLoan(moved, events, day('2024-03-01')).arrears.at(-1);
  expect(first?.oldestUnpaidOn ?? null).toBeNull();
  const late = replayLoan(moved, events, day('2024-03-02')).arrears.at(-1);
  expect(late?.oldestUnpaidOn).toBe('2024-03-01');
});

it('an extension keeps the interest day, a restructuring too, and a prepayment that shortens ends on a due date', () => {
  const extended = replayLoan(
    quarterly,
    [drawnOn(quarterly), { id: 'x', kind: 'extension', on: day('2024-11-01'), months: 6 }],
    day('2024-11-01'),
  );
  expect(extended.schedule.map(({ dueOn }) => dueOn).slice(-3)).toEqual([
    '2025-03-20',
    '2025-06-20',
    extended.maturityOn,
  ]);
  expect(extended.maturityOn).toBe(addMonths(day('2024-01-15'), 18));

  const level: LoanContract = { ...quarterly, method: 'equal-instalment', termMonths: 24 };
  const shorter = replayLoan(
    level,
    [
      drawnOn(level),
      {
        ...{
          id: 'p',
          kind: 'prepayment',
          on: day('2024-02-05'),
          principal: yuan(500_000),
          interest: zeroFen,
        },
        ...{ penalty: zeroFen, effect: 'shorter-term' },
      },
    ] as never,
    day('2024-02-06'),
  );
  const paid = shorter.schedule.reduce((sum, row) => sum + row.principal, 0n);
  expect(paid).toBe(wan(100));
  expect(shorter.maturityOn).toBe(shorter.schedule.at(-1)?.dueOn);
  expect(shorter.maturityOn < '2025-09-01').toBe(true);
});
