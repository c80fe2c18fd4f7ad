import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '~/domain/kernel/day.ts';
import { fen, plus, wan, zeroFen } from '~/domain/kernel/money.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import { compensate } from './compensate.ts';
import { subsidiseBorrower } from './double-subsidy.ts';
import { accrualByMonth } from './month-accrual.ts';
import type { ReplayLoan } from './replay.ts';
import type { CompensationScheme, Scheme, SubsidyScheme } from './scheme.ts';
import { changesBetween, simulate } from './simulate.ts';

const folder = new URL('../../../prisma/seed/policy/schemes/', import.meta.url);
const schemes: Scheme[] = readdirSync(folder).map((name) =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
);
const compensation = (code: string): CompensationScheme => {
  const found = schemes.find((s) => s.code === code);
  if (found?.kind !== 'compensation') throw new Error(`${code} is shipped`);
  return found;
};
const guangzhou = compensation('guangzhou-compensation');
const free: CompensationScheme = {
  ...guangzhou,
  body: { ...guangzhou.body, yearCapWan: null, fuse: null } as CompensationScheme['body'],
};

type Given = {
  drawn?: number;
  principal?: number;
  lost?: number | null;
  after?: number;
  borrower?: string;
  bank?: string;
};

function loan(at: number, given: Given = {}): ReplayLoan {
  const { drawn = 0, principal = 100, lost = null, after = 200, borrower = `f${at}`, bank = 'a' } = given;
  const drawnOn = addDays(day('2025-01-01'), drawn);
  const id = `l${String(at).padStart(4, '0')}`;
  const facts = {
    borrower: {
      regionPath: ['440100'],
      industryPath: ['H', '62'],
      size: 'small' as const,
      kind: 'company' as const,
      lists: [],
    },
    principal: wan(principal),
    rate: ppm(40_000),
    dayCount: 'actual360' as const,
    termMonths: 12,
    contractOn: drawnOn,
    drawnOn,
    maturityOn: addDays(drawnOn, 360),
    balances: [{ from: drawnOn, balance: wan(principal) }],
    purpose: 'working-capital',
    flags: [],
    renewal: false,
    centralSubsidies: [],
    localSubsidy: ppm(0),
    capUsed: {},
  };
  const loss =
    lost === null
      ? null
      : {
          determinedOn: addDays(drawnOn, after),
          unpaidPrincipal: wan(lost),
          recovered: zeroFen,
          otherPayers: zeroFen,
          causes: [{ cause: 'market' as const, determinations: [] }],
        };
  return { id, borrowerId: borrower, moneyId: id, bank, region: '440100', facts, loss };
}

const portfolio = fc
  .array(
    fc.record({
      drawn: fc.integer({ min: 0, max: 700 }),
      principal: fc.integer({ min: 1, max: 3_500 }),
      lostPart: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
      after: fc.integer({ min: 1, max: 300 }),
      borrower: fc.constantFrom('f1', 'f2', 'f3'),
      bank: fc.constantFrom('a', 'b'),
    }),
    { maxLength: 25 },
  )
  .map((rows) =>
    rows.map(({ lostPart, ...row }, at) =>
      loan(at, { ...row, lost: lostPart === null ? null : Math.floor((row.principal * lostPart) / 100) }),
    ),
  );
const room = { borrowerCapLeft: null, yearCapLeft: null, poolLeft: null, fuseBlown: false };

describe('a replay of compensation', () => {
  test('without caps, pool and fuse is the sum of the claims one by one', () => {
    fc.assert(
      fc.property(portfolio, (loans) => {
        const single = loans.flatMap(({ facts, loss }) =>
          loss
            ? [
                compensate(
                  free,
                  { principal: facts.principal, flags: facts.flags, ...loss, enrolled: true },
                  room,
                ).amount,
              ]
            : [],
        );
        expect(simulate(free, loans).amount).toBe(plus(...single));
      }),
    );
  });

  test('months, banks, sizes and regions all add up to the total, whatever the order of the loans', () => {
    fc.assert(
      fc.property(portfolio, fc.option(fc.integer({ min: 0, max: 2_000 }), { nil: null }), (loans, pool) => {
        const options = { pool: pool === null ? null : wan(pool), asIfCovered: false };
        const result = simulate(guangzhou, loans, options);
        expect(plus(...result.byMonth.map((m) => m.amount))).toBe(result.amount);
        for (const groups of Object.values(result.groups)) {
          expect(plus(...groups.map((g) => g.amount))).toBe(result.amount);
          expect(groups.reduce((sum, g) => sum + g.loans, 0)).toBe(loans.length);
        }
        if (pool !== null) expect(result.amount <= wan(pool)).toBe(true);
        expect(simulate(guangzhou, [...loans].reverse(), options)).toEqual(result);
      }),
    );
  });

  test('a bank whose losses pass 3 % of its year is deferred from that day on, another is not', () => {
    const loans = [
      ...Array.from({ length: 20 }, (_, at) => loan(at, { bank: 'a' })),
      loan(50, { bank: 'a', lost: 50, after: 100 }),
      loan(51, { bank: 'a', lost: 50, after: 120 }),
      loan(52, { bank: 'b', principal: 3000, lost: 20, after: 130 }),
    ];
    const result = simulate(guangzhou, loans);
    expect(result.fuses).toEqual([
      { bank: 'a', mode: 'bank', year: 2025, on: addDays(day('2025-01-01'), 120) },
    ]);
    expect(result.outcomes).toMatchObject({ paid: 2, deferred: 1 });
    expect(result.amount).toBe(plus(wan(20), wan(4)));
  });

  test('a pool that runs short says when', () => {
    const loans = [loan(1, { lost: 100, after: 10 }), loan(2, { lost: 100, after: 20 })];
    const result = simulate(free, loans, { pool: wan(50), asIfCovered: false });
    expect(result.amount).toBe(wan(50));
    expect(result.poolShortOn).toBe('2025-01-21');
  });

  test('a portfolio from elsewhere is outside, unless it is replayed as if it were covered', () => {
    const far = [loan(1, { lost: 5, principal: 5 })];
    const leiyang = compensation('leiyang-compensation');
    expect(simulate(leiyang, far).outcomes).toEqual({ outside: 1 });
    expect(simulate(leiyang, far, { pool: null, asIfCovered: true }).amount).toBe(wan(4));
  });
});

describe('a replay of a subsidy', () => {
  const services = schemes.find((s) => s.code === 'services-subsidy' && s.version === 2) as SubsidyScheme;

  test('is the sum of what each borrower gets, in and out of the window', () => {
    fc.assert(
      fc.property(portfolio, (loans) => {
        const window = { from: day('2000-01-01'), to: day('2099-12-31') };
        const open = {
          ...services,
          validFrom: window.from,
          validTo: null,
          body: { ...services.body, drawdownWindow: window },
        };
        const amounts = ['f1', 'f2', 'f3'].flatMap((borrowerId) =>
          subsidiseBorrower(
            new Set([borrowerId]),
            loans.map(({ facts, ...rest }) => ({ ...rest, loan: facts, parts: [] })),
            [open],
          ).map((d) => d.amount),
        );
        const result = simulate(services, loans);
        expect(result.amount).toBe(plus(...amounts));
        expect(plus(...result.byMonth.map((m) => m.amount))).toBe(result.amount);
      }),
    );
  });

  test('accrues in the months of its days', () => {
    const drawnOn = day('2025-01-16');
    const facts = { drawnOn, balances: [{ from: drawnOn, balance: wan(1) }] };
    expect(accrualByMonth(fen(59), facts, day('2025-03-16'))).toEqual([
      { month: '2025-01', amount: 16n },
      { month: '2025-02', amount: 28n },
      { month: '2025-03', amount: 15n },
    ]);
  });
});

test('who gains and who loses, the largest change first', () => {
  const group = (key: string, amount: number) => ({ key, loans: 1, borrowers: 1, amount: wan(amount) });
  const changes = changesBetween(
    [group('a', 10), group('b', 20)],
    [group('a', 5), group('b', 90), group('c', 1)],
  );
  expect(changes.map(({ key, change }) => [key, change])).toEqual([
    ['b', wan(70)],
    ['a', wan(-5)],
    ['c', wan(1)],
  ]);
});
