import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, day } from '~/domain/kernel/day.ts';
import { type Fen, fen, plus, yuan, zeroFen } from '~/domain/kernel/money.ts';
import { percent } from '~/domain/kernel/rate.ts';
import { dayCounts } from '~/domain/policy/day-count.ts';
import { repaymentMethods, scheduleOf } from '~/domain/product/schedule.ts';
import { arrearsAt } from './arrears-chain.ts';
import type { LoanContract } from './contract.ts';
import type { LoanEvent } from './event.ts';
import { replayLoan } from './replay.ts';

const contract: LoanContract = {
  rate: percent('3.65'),
  dayCount: 'thirty360',
  method: 'equal-instalment',
  termMonths: 12,
  startOn: day('2026-01-15'),
};
const draw = (amount: Fen, on = contract.startOn): LoanEvent => ({
  id: `d-${on}`,
  kind: 'drawdown',
  on,
  amount,
});
const paid = (on: string, principal: number, interest = 0): LoanEvent => ({
  id: `p-${on}`,
  kind: 'repayment',
  on: day(on),
  principal: fen(principal),
  interest: fen(interest),
  penalty: zeroFen,
});
const far = day('2040-01-01');
const sums = (loan: ReturnType<typeof replayLoan>) => ({
  principal: plus(...loan.schedule.map((r) => r.principal)),
  interest: plus(...loan.schedule.map((r) => r.interest)),
  last: loan.schedule.at(-1),
});

describe('published vectors', () => {
  test('equal instalments of a million at 3.65 % over a year', () => {
    const loan = replayLoan(contract, [draw(yuan(1_000_000))], contract.startOn);
    const [first] = loan.schedule;
    expect((first?.principal ?? 0n) + (first?.interest ?? 0n)).toBe(8_499_008n);
    expect(first?.interest).toBe(304_167n);
    const { interest, last } = sums(loan);
    expect((last?.principal ?? 0n) + (last?.interest ?? 0n)).toBe(8_499_004n);
    expect(interest).toBe(1_988_092n);
  });

  test('equal principal', () => {
    const loan = replayLoan(
      { ...contract, method: 'equal-principal' },
      [draw(yuan(1_000_000))],
      contract.startOn,
    );
    const { interest, last } = sums(loan);
    expect(loan.schedule[0]).toMatchObject({ principal: 8_333_333n, interest: 304_167n });
    expect(last?.principal).toBe(8_333_337n);
    expect(interest).toBe(1_977_083n);
  });

  test.each([
    ['actual360', 3_710_833n],
    ['actual365F', 3_660_000n],
    ['actualActual', 3_650_328n],
  ] as const)('all at maturity over 29 February on %s', (dayCount, interest) => {
    const leap = { ...contract, dayCount, method: 'bullet-at-maturity', startOn: day('2023-12-20') } as const;
    const loan = replayLoan(leap, [draw(yuan(1_000_000), leap.startOn)], leap.startOn);
    expect(loan.schedule).toMatchObject([{ dueOn: '2024-12-20', principal: yuan(1_000_000), interest }]);
  });
});

const terms = fc.record({
  principal: fc.bigInt(10_000n, 10_000_000_000n).map(fen),
  rate: fc.integer({ min: 0, max: 240_000 }),
  dayCount: fc.constantFrom(...dayCounts),
  method: fc.constantFrom(...repaymentMethods),
  termMonths: fc.integer({ min: 1, max: 60 }),
  startOn: fc.date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }),
});

test('without events a replay plans what the product schedule says', () => {
  fc.assert(
    fc.property(terms, ({ principal, startOn: at, ...rest }) => {
      const startOn = at.toISOString().slice(0, 10) as Day;
      const made = { ...rest, rate: rest.rate as never, startOn };
      const loan = replayLoan(made, [draw(principal, startOn)], startOn);
      const planned = scheduleOf({ ...made, principal, disbursedOn: startOn });
      const bare = (rows: readonly { dueOn: Day; principal: Fen; interest: Fen }[]) =>
        rows.filter((r) => r.principal + r.interest > 0n).map((r) => [r.dueOn, r.principal, r.interest]);
      expect(bare(loan.schedule)).toEqual(bare(planned));
    }),
  );
});

describe('a prepayment', () => {
  const half = (effect: 'shorter-term' | 'smaller-instalment'): LoanEvent =>
    ({
      ...paid('2026-02-15', 50_000_000),
      kind: 'prepayment',
      effect,
    }) as LoanEvent;

  test('of half makes the instalments half as large, or the loan half as long', () => {
    const smaller = replayLoan(contract, [draw(yuan(1_000_000)), half('smaller-instalment')], far);
    const shorter = replayLoan(contract, [draw(yuan(1_000_000)), half('shorter-term')], far);
    expect(sums(smaller).principal).toBe(yuan(1_000_000));
    expect(sums(shorter).principal).toBe(yuan(1_000_000));
    expect(smaller.maturityOn).toBe('2027-01-15');
    expect(shorter.maturityOn < '2026-08-16').toBe(true);
    const [, , second] = smaller.schedule;
    expect(((second?.principal ?? 0n) + (second?.interest ?? 0n)) / 100n).toBeLessThan(4_200_000n);
  });

  test('of everything asks for the interest run up and settles when that is paid', () => {
    const whole = { id: 'w', kind: 'prepayment', on: day('2026-01-25'), effect: 'shorter-term' } as const;
    const owed = fen(101_389n); // 1,000,000 × 3.65 % × 10 / 360
    const pay = (interest: Fen): LoanEvent => ({
      ...whole,
      principal: yuan(1_000_000),
      interest,
      penalty: zeroFen,
    });
    const short = replayLoan(contract, [draw(yuan(1_000_000)), pay(zeroFen)], day('2026-02-01'));
    expect(short).toMatchObject({ state: 'active', outstanding: 0n });
    expect(arrearsAt(short.arrears, day('2026-02-01'))).toMatchObject({ dpd: 7, overdueInterest: owed });
    const full = replayLoan(contract, [draw(yuan(1_000_000)), pay(owed)], day('2026-02-01'));
    expect(full).toMatchObject({ state: 'settled', endedOn: '2026-01-25' });
  });

  test('while something is overdue fills that first', () => {
    const loan = replayLoan(
      contract,
      [
        draw(yuan(1_000_000)),
        { ...paid('2026-02-20', 10_000_000), kind: 'prepayment', effect: 'smaller-instalment' } as LoanEvent,
      ],
      day('2026-02-20'),
    );
    const ahead = loan.schedule.find((r) => r.kind === 'paid-ahead');
    expect(ahead?.principal).toBe(10_000_000n - (loan.schedule[0]?.principal ?? 0n));
    expect(arrearsAt(loan.arrears, loan.asOf)).toMatchObject({ dpd: 5, overduePrincipal: 0n });
  });
});

test('a rate change splits the running period by days', () => {
  const floating = { ...contract, dayCount: 'actual360', method: 'bullet-monthly' } as const;
  const change: LoanEvent = { id: 'r', kind: 'rate-change', on: day('2026-01-25'), rate: percent('3') };
  const [first, second] = replayLoan(floating, [draw(yuan(1_000_000)), change], far).schedule;
  expect(first?.interest).toBe(fen(101_389n + 175_000n)); // 10 days at 3.65 %, 21 at 3 %
  expect(second?.interest).toBe(fen(233_333n));
});

test('a second drawdown joins the plan; both parts come back', () => {
  const loan = replayLoan(contract, [draw(yuan(600_000)), draw(yuan(400_000), day('2026-03-01'))], far);
  expect(sums(loan).principal).toBe(yuan(1_000_000));
  expect(loan.schedule).toHaveLength(12);
  expect(loan.balances).toEqual([
    { from: '2026-01-15', balance: yuan(600_000) },
    { from: '2026-03-01', balance: yuan(1_000_000) },
  ]);
});

test('an extension moves what is not due yet and keeps what is overdue', () => {
  const bullet = { ...contract, method: 'bullet-at-maturity' } as const;
  const longer = (on: string): LoanEvent => ({ id: 'x', kind: 'extension', on: day(on), months: 6 });
  expect(replayLoan(bullet, [draw(yuan(10)), longer('2026-12-01')], far)).toMatchObject({
    maturityOn: '2027-07-15',
    schedule: [{ dueOn: '2027-07-15', principal: yuan(10) }],
  });
  const late = replayLoan(contract, [draw(yuan(1_000_000)), longer('2026-03-01')], day('2026-03-01'));
  expect(arrearsAt(late.arrears, late.asOf)?.dpd).toBe(14);
  expect(late.maturityOn).toBe('2027-07-15');
});

test('restructuring asks for everything still owed on new terms and keeps the history of arrears', () => {
  const event: LoanEvent = {
    id: 's',
    kind: 'restructuring',
    on: day('2026-06-15'),
    rate: percent('3'),
    method: 'equal-principal',
    termMonths: 24,
  };
  const loan = replayLoan(contract, [draw(yuan(1_000_000)), paid('2026-02-15', 8_000_000), event], far);
  const after = loan.schedule.filter((r) => r.dueOn > '2026-06-15');
  expect(plus(...after.map((r) => r.principal))).toBe(fen(92_000_000));
  expect(after).toHaveLength(24);
  expect(arrearsAt(loan.arrears, day('2026-06-14'))?.dpd).toBe(119);
  expect(arrearsAt(loan.arrears, day('2026-06-15'))?.dpd).toBe(0);
  expect((after[0]?.interest ?? 0n) > 1_000_000n).toBe(true); // unpaid interest of five months is asked for first
});

test('renewal keeps the money and the days past due', () => {
  const bullet = { ...contract, method: 'bullet-monthly' } as const;
  const old = replayLoan(
    bullet,
    [
      draw(yuan(1_000_000)),
      paid('2026-02-15', 0, 304_167),
      { id: 'n', kind: 'renewal', on: day('2026-04-01') },
    ],
    day('2026-04-01'),
  );
  expect(old).toMatchObject({ state: 'renewed', outstanding: 0n, moved: yuan(1_000_000) });
  expect(old.leftDue.map((r) => r.dueOn)).toEqual(['2026-03-15', '2026-04-01']);
  const next: LoanContract = { ...bullet, startOn: day('2026-04-01'), carried: old.leftDue };
  const renewed = replayLoan(next, [draw(yuan(1_000_000), next.startOn)], day('2026-04-20'));
  expect(arrearsAt(renewed.arrears, day('2026-04-20'))?.dpd).toBe(36);
  const healed = replayLoan(
    next,
    [draw(yuan(1_000_000), next.startOn), paid('2026-04-20', 0, 304_167 + 162_222)],
    day('2026-04-20'),
  );
  expect(arrearsAt(healed.arrears, day('2026-04-20'))?.dpd).toBe(0);
});

test('what is written off leaves the books and can still be recovered', () => {
  const events: LoanEvent[] = [
    draw(yuan(100)),
    { id: 'wo', kind: 'write-off', on: day('2027-03-01') },
    { ...paid('2027-05-01', 4_000), kind: 'recovery' } as LoanEvent,
  ];
  expect(replayLoan(contract, events, far)).toMatchObject({
    state: 'written-off',
    outstanding: 0n,
    writtenOff: yuan(60),
    recovered: yuan(40),
    balances: [{ balance: yuan(100) }, { from: '2027-03-01', balance: 0n }],
  });
});

test('a loan whose principal came back in one payment long ago is settled, and asks for nothing since', () => {
  const events = [draw(yuan(1_000_000)), paid('2026-02-15', 100_000_000, 304_167)];
  const loan = replayLoan(contract, events, far);
  expect(loan).toMatchObject({
    state: 'settled',
    endedOn: '2026-02-15',
    maturityOn: '2026-02-15',
    accrued: 0n,
  });
  expect(sums(loan)).toMatchObject({ principal: yuan(1_000_000), interest: 304_167n });
  expect(arrearsAt(loan.arrears, far)?.dpd).toBe(0);
});

test('a reversed payment never happened', () => {
  const wrong = paid('2026-02-15', 100);
  const events = [
    draw(yuan(100)),
    wrong,
    { id: 'rv', kind: 'reversal', on: wrong.on, of: wrong.id } as LoanEvent,
  ];
  expect(replayLoan(contract, events, far)).toEqual(replayLoan(contract, [draw(yuan(100))], far));
});
