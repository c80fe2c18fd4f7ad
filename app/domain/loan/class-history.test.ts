import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addMonths, type Day, day } from '~/domain/kernel/day.ts';
import { fen, yuan, zeroFen } from '~/domain/kernel/money.ts';
import { percent } from '~/domain/kernel/rate.ts';
import { type ClassedLoan, classHistory } from './class-history.ts';
import type { LoanContract } from './contract.ts';
import type { LoanEvent } from './event.ts';
import type { ClassificationTable } from './five-tier.ts';
import { replayLoan } from './replay.ts';

const [, version] = JSON.parse(
  readFileSync(new URL('../../../prisma/seed/policy/classification.json', import.meta.url), 'utf8'),
) as { body: ClassificationTable }[];
const table = (version as { body: ClassificationTable }).body;
const contract: LoanContract = {
  rate: percent('0'),
  dayCount: 'actual360',
  method: 'equal-principal',
  termMonths: 36,
  startOn: day('2024-01-10'),
};
const lent = { id: 'd', kind: 'drawdown', on: contract.startOn, amount: yuan(36_000) } as const;
const pays = (on: string, months: number): LoanEvent => ({
  id: `p${on}`,
  kind: 'repayment',
  on: day(on),
  principal: yuan(1_000 * months),
  interest: zeroFen,
  penalty: zeroFen,
});
/** Every instalment from one month to another on its day. */
const paysMonths = (first: number, last: number): LoanEvent[] =>
  Array.from({ length: last - first + 1 }, (_, i) => pays(addMonths(contract.startOn, first + i), 1));

function classed(
  loanId: string,
  events: LoanEvent[],
  asOf: Day,
  over: Partial<ClassedLoan> = {},
): ClassedLoan {
  const own = over.startOn ? { ...contract, startOn: over.startOn } : contract;
  return {
    loanId,
    startOn: own.startOn,
    replay: replayLoan(own, events, asOf),
    renewsId: null,
    borrowedToRepay: false,
    ...over,
  };
}
type Elsewhere = { from: Day; exceeded: boolean }[];
const history = (loans: ClassedLoan[], asOf: string, overdueElsewhere: Elsewhere = []) =>
  classHistory({ loans, table, retail: false, overdueElsewhere, asOf: day(asOf) });
const tiersOf = (events: LoanEvent[], asOf: string) =>
  history([classed('a', [lent, ...events], day(asOf))], asOf)
    .get('a')
    ?.map((span) => [span.on, span.tier]);

test('unpaid, a loan walks down the tiers by its days past due', () => {
  expect(tiersOf([], '2025-03-01')).toEqual([
    ['2024-01-10', 'normal'],
    ['2024-02-11', 'special-mention'],
    ['2024-05-11', 'substandard'],
    ['2024-11-07', 'doubtful'],
    ['2025-02-05', 'loss'],
  ]);
});

test('a bad loan is performing again only after six months of normal payment', () => {
  expect(tiersOf([pays('2024-05-20', 4), ...paysMonths(5, 30)], '2025-06-01')).toEqual([
    ['2024-01-10', 'normal'],
    ['2024-02-11', 'special-mention'],
    ['2024-05-11', 'substandard'],
    ['2024-05-20', 'substandard'],
    ['2024-11-20', 'normal'],
  ]);
});

test('falling behind while it is being cured starts the six months anew', () => {
  const late = [pays('2024-05-20', 4), ...paysMonths(5, 6), pays('2024-08-15', 1), ...paysMonths(8, 30)];
  expect(tiersOf(late, '2025-06-01')?.at(-1)).toEqual(['2025-02-15', 'normal']);
});

test('a payment entered late with its true day rewrites the history', () => {
  const paid = [...paysMonths(1, 1), ...paysMonths(3, 12)];
  expect(tiersOf(paid, '2024-06-15')?.at(-1)?.[1]).toBe('special-mention');
  expect(tiersOf([...paid, ...paysMonths(2, 2)], '2024-06-15')).toEqual([['2024-01-10', 'normal']]);
});

const reshape = (on: string): LoanEvent => ({
  id: 's',
  kind: 'restructuring',
  on: day(on),
  rate: percent('0'),
  method: 'equal-principal',
  termMonths: 36,
});

test('a performing loan that is restructured starts no observation', () => {
  expect(tiersOf([...paysMonths(1, 3), reshape('2024-04-20')], '2024-05-01')).toEqual([
    ['2024-01-10', 'normal'],
  ]);
});

test('a bad one is observed for a year, from the day it is clean again when it falls behind', () => {
  const shaped = reshape('2024-05-15');
  const after = (months: number[]): LoanEvent[] =>
    months.map(
      (m) => ({ ...pays(addMonths(day('2024-05-15'), m), 1), principal: fen(100_000) }) as LoanEvent,
    );
  const kept = tiersOf([shaped, ...after(Array.from({ length: 30 }, (_, i) => i + 1))], '2026-08-01');
  expect(kept?.slice(-2)).toEqual([
    ['2024-11-15', 'special-mention'],
    ['2025-05-15', 'normal'],
  ]);
  const behind = [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26];
  const broken = tiersOf(
    [shaped, ...after(behind), { ...pays('2025-02-18', 1), id: 'late' } as LoanEvent],
    '2026-08-01',
  );
  expect(broken?.at(-1)).toEqual(['2026-02-18', 'normal']);
});

test('a renewal alone is no downgrade, and takes the class of a bad loan along', () => {
  const renewal: LoanEvent = { id: 'n', kind: 'renewal', on: day('2024-06-01') };
  const renew = (events: LoanEvent[]) => {
    const old = classed('old', [lent, ...events, renewal], day('2024-06-20'));
    const drawn = { ...lent, on: day('2024-06-01'), amount: old.replay.moved };
    const own = { ...contract, startOn: day('2024-06-01'), carried: old.replay.leftDue };
    const next = classed('new', [], day('2024-06-20'), {
      startOn: own.startOn,
      renewsId: 'old',
      replay: replayLoan(own, [drawn], day('2024-06-20')),
    });
    return history([old, next], '2024-06-20').get('new');
  };
  expect(renew(paysMonths(1, 4))?.map((s) => s.tier)).toEqual(['normal']);
  expect(renew([])).toMatchObject([{ on: '2024-06-01', tier: 'substandard', dpd: 112 }]);
});

test('one bad loan of more than a tenth pulls the other, and lets it go when it is paid off', () => {
  const bad = classed('bad', [lent, pays('2024-05-20', 36)], day('2024-07-01'));
  const good = classed('good', [lent, ...paysMonths(1, 6)], day('2024-07-01'));
  expect(history([bad, good], '2024-07-01').get('good')).toMatchObject([
    { on: '2024-01-10', tier: 'normal' },
    { on: '2024-05-11', tier: 'substandard', because: [{ code: 'debtor-rule' }] },
    { on: '2024-05-20', tier: 'normal' },
  ]);
});

test('debts long overdue at other banks pull it while they last', () => {
  const elsewhere = [
    { from: day('2024-03-01'), exceeded: true },
    { from: day('2024-04-01'), exceeded: false },
  ];
  const loan = classed('a', [lent, ...paysMonths(1, 6)], day('2024-06-01'));
  expect(history([loan], '2024-06-01', elsewhere).get('a')).toMatchObject([
    { on: '2024-01-10', tier: 'normal' },
    { on: '2024-03-01', tier: 'substandard', because: [{ code: 'cross-bank' }] },
    { on: '2024-04-01', tier: 'normal' },
  ]);
});

const found = (kind: 'misuse' | 'technical-overdue', on: string): LoanEvent => ({
  id: `${kind}${on}`,
  kind,
  on: day(on),
});

test('an overdue with a technical cause is excused for a week, and no longer', () => {
  const late = [found('technical-overdue', '2024-02-12'), pays('2024-02-15', 1), ...paysMonths(2, 2)];
  expect(tiersOf(late, '2024-04-20')?.map(([, tier]) => tier)).toEqual([
    'normal',
    'special-mention',
    'normal',
    'special-mention',
  ]);
  const unpaid = [found('technical-overdue', '2024-02-11')];
  expect(tiersOf(unpaid, '2024-02-17')?.at(-1)).toEqual(['2024-01-10', 'normal']);
  expect(tiersOf(unpaid, '2024-02-18')?.at(-1)).toEqual(['2024-02-18', 'special-mention']);
});

test('misused money is watched from the day it is found, until the finding is reversed', () => {
  const misuse = found('misuse', '2024-02-20');
  const paid = [...paysMonths(1, 3), misuse];
  expect(tiersOf(paid, '2024-04-15')?.at(-1)).toEqual(['2024-02-20', 'special-mention']);
  const undone: LoanEvent = { id: 'u', kind: 'reversal', on: day('2024-03-01'), of: misuse.id };
  expect(tiersOf([...paid, undone], '2024-04-15')?.at(-1)?.[1]).toBe('normal');
});

test('cure and observation end on their last day and not before; a single day past due starts them anew', () => {
  const cured = [pays('2024-05-20', 4), ...paysMonths(5, 30)];
  expect(tiersOf(cured, '2024-11-19')?.at(-1)?.[1]).toBe('substandard');
  expect(tiersOf(cured, '2024-11-20')?.at(-1)).toEqual(['2024-11-20', 'normal']);
  const dayLate = [pays('2024-05-20', 4), ...paysMonths(5, 9), pays('2024-11-12', 1), ...paysMonths(11, 30)];
  expect(tiersOf(dayLate, '2025-05-11')?.at(-1)?.[1]).toBe('substandard');
  expect(tiersOf(dayLate, '2025-05-12')?.at(-1)).toEqual(['2025-05-12', 'normal']);
  const onTheDay = [pays('2024-05-20', 4), ...paysMonths(5, 30).filter((e) => e.on !== '2024-11-10')];
  expect(tiersOf([...onTheDay, pays('2024-11-10', 1)], '2024-11-20')?.at(-1)?.[1]).toBe('normal');
});
