import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, type Day, day, daysBetween } from '~/domain/kernel/day.ts';
import { type Fen, fen, plus, wan } from '~/domain/kernel/money.ts';
import { percent, ppm } from '~/domain/kernel/rate.ts';
import { balanceOn, type Counted, underCap, usedOn } from './counted-balance.ts';
import { borrowerCapLeft, type Drawdown, subsidiseBorrower } from './double-subsidy.ts';
import type { LoanFacts } from './loan-facts.ts';
import type { Scheme, SubsidyScheme } from './scheme.ts';
import { subsidyOnBalances } from './subsidy.ts';
import { fineOf } from './subsidy-points.ts';

const folder = new URL('../../../prisma/seed/policy/schemes/', import.meta.url);
const schemes = readdirSync(folder)
  .map((name): Scheme => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  .filter((scheme): scheme is SubsidyScheme => scheme.kind === 'subsidy');

const loan = (over: Partial<LoanFacts> = {}): LoanFacts => {
  const drawnOn = over.drawnOn ?? day('2026-03-01');
  const principal = over.principal ?? wan(100);
  const maturityOn = over.maturityOn ?? addDays(drawnOn, 360);
  return {
    borrower: {
      regionPath: ['440100'],
      industryPath: ['H', '62'],
      size: 'small',
      kind: 'company',
      lists: [],
    },
    principal,
    rate: percent('4'),
    dayCount: 'actual360',
    termMonths: 12,
    contractOn: drawnOn,
    drawnOn,
    maturityOn,
    balances: [{ from: drawnOn, balance: principal }],
    purpose: 'working-capital',
    flags: [],
    renewal: false,
    centralSubsidies: [],
    localSubsidy: ppm(0),
    capUsed: {},
    ...over,
  };
};
let serial = 0;
const drawdown = (over: Partial<Drawdown> = {}, facts: Partial<LoanFacts> = {}): Drawdown => {
  serial += 1;
  const id = over.id ?? `d${String(serial).padStart(4, '0')}`;
  return { id, moneyId: id, borrowerId: 'firm', bank: 'a', loan: loan(facts), parts: [], ...over };
};
const ids = new Set(['firm', 'firm-under-its-old-name']);
const decide = (drawdowns: readonly Drawdown[]) => subsidiseBorrower(ids, drawdowns, schemes);
const paid = (drawdowns: readonly Drawdown[]) =>
  decide(drawdowns)
    .filter((decision) => decision.pays)
    .map(({ drawdownId, scheme, amount }) => [drawdownId, `${scheme.code} ${scheme.version}`, amount]);
const reasonsOf = (drawdowns: readonly Drawdown[], id: string, code: string) =>
  decide(drawdowns)
    .filter((d) => d.drawdownId === id && d.scheme.code === code)
    .flatMap((d) => d.reasons.map((reason) => reason.code));

describe('one piece of money, one central scheme', () => {
  const first = drawdown({ id: 'x1', moneyId: 'm' }, { drawnOn: day('2025-05-01') });
  const renewed = drawdown(
    { id: 'x2', moneyId: 'm', bank: 'b' },
    { drawnOn: day('2026-04-26'), purpose: 'equipment' },
  );

  test('a renewal at another bank carries on under the scheme of its money, for what is left of its year', () => {
    const [a, b] = paid([first, renewed]);
    expect(a).toEqual(['x1', 'services-subsidy 1', 1_000_000n]);
    // 2025-05-01 + 12 months: five days are left.
    expect(b).toEqual(['x2', 'services-subsidy 1', 13_889n]);
  });

  test('and takes no other central scheme, not even one that pays more', () => {
    expect(reasonsOf([first, renewed], 'x2', 'msme-fixed-asset-subsidy')).toContain('already-subsidised');
  });

  test('when its year is over nothing is paid', () => {
    const late = drawdown({ id: 'x3', moneyId: 'm' }, { drawnOn: day('2026-06-01') });
    expect(reasonsOf([first, late], 'x3', 'services-subsidy')).toEqual(['period-over']);
  });

  test('money that was never subsidised is still no new money', () => {
    const old = drawdown({ id: 'o1', moneyId: 'o' }, { drawnOn: day('2025-01-10') });
    const again = drawdown({ id: 'o2', moneyId: 'o' }, { drawnOn: day('2026-02-10') });
    expect(reasonsOf([old, again], 'o2', 'services-subsidy')).toEqual(['not-new-money']);
  });
});

describe('caps run over all banks and names of a borrower', () => {
  test('2025: one million at two banks, the second gets the rest', () => {
    const on = day('2025-05-01');
    const decisions = paid([
      drawdown({ id: 'b1', bank: 'a' }, { drawnOn: on, principal: wan(70) }),
      drawdown(
        { id: 'b2', bank: 'b', borrowerId: 'firm-under-its-old-name' },
        { drawnOn: addDays(on, 1), principal: wan(70) },
      ),
      drawdown({ id: 'other', borrowerId: 'somebody else' }, { drawnOn: on }),
    ]);
    // On the last of its 360 days the first is paid off, so the whole 700,000 count for one day.
    expect(decisions.map(([id]) => id)).toEqual(['b1', 'b2']);
    expect(decisions.map(([, , amount]) => amount)).toEqual([700_000n, 301_111n]);
  });

  test('2025 and 2026 are split by the day of drawdown, each with its own cap', () => {
    const contractOn = day('2025-12-30');
    const of = (drawnOn: Day) =>
      drawdown({ id: `s${drawnOn}` }, { contractOn, drawnOn, principal: wan(300) });
    expect(paid([of(day('2025-12-31'))])[0]?.slice(1)).toEqual(['services-subsidy 1', 1_000_000n]);
    expect(paid([of(day('2026-01-01'))])[0]?.slice(1)).toEqual(['services-subsidy 2', 3_000_000n]);
  });

  test('1.5 million of subsidy per borrower is the most under the fixed-asset scheme', () => {
    const equipment = { purpose: 'equipment', principal: wan(5000), termMonths: 24 };
    const facts = { ...equipment, maturityOn: day('2028-02-01'), drawnOn: day('2026-02-01') };
    const lines = decide([drawdown({ id: 'f1' }, facts)]).find((d) => d.pays);
    expect(lines?.amount).toBe(wan(150));
    expect(lines?.lines.filter((l) => l.code === 'reduced').map((l) => l.by)).toEqual(['amount-cap']);
  });

  test('a cap that others use up on every day refuses', () => {
    const on = day('2026-03-01');
    const both = [
      drawdown({ id: 'c1' }, { drawnOn: on, principal: wan(1000) }),
      drawdown({ id: 'c2' }, { drawnOn: on, principal: wan(50) }),
    ];
    expect(reasonsOf(both, 'c2', 'services-subsidy')).toEqual(['cap-used-up']);
  });

  test('compensation caps per borrower count every name too', () => {
    const payments = [
      { borrowerId: 'firm', amount: wan(3) },
      { borrowerId: 'firm-under-its-old-name', amount: wan(4) },
      { borrowerId: 'somebody else', amount: wan(90) },
    ];
    expect(borrowerCapLeft(wan(10), ids, payments)).toBe(wan(3));
    expect(borrowerCapLeft(wan(5), ids, payments)).toBe(0n);
    expect(borrowerCapLeft(null, ids, payments)).toBeNull();
  });
});

test('of a drawdown for two purposes only the covered part counts, and every cut says why', () => {
  const [decision] = decide([
    drawdown(
      {
        parts: [
          { purpose: 'equipment', amount: wan(60) },
          { purpose: 'working-capital', amount: wan(40) },
        ],
      },
      {
        borrower: { ...loan().borrower, industryPath: ['C', '15'] },
        rate: ppm(20_000),
        localSubsidy: ppm(8_000),
      },
    ),
  ]).filter((d) => d.pays);
  expect(decision?.amount).toBe(720_000n);
  const told = decision?.lines.map((l) =>
    l.code === 'reduced' ? `${l.by} ${l.beforeFen} ${l.afterFen}` : l.code,
  );
  expect(told).toEqual(['full-subsidy', 'part 1500000 900000', 'rate-room 900000 720000', 'funded']);
});

const anyDrawdown = fc.record({
  drawn: fc.integer({ min: -400, max: 300 }),
  days: fc.integer({ min: 1, max: 900 }),
  principal: fc.integer({ min: 1, max: 3_000 }),
  repaid: fc.integer({ min: 0, max: 100 }),
  rate: fc.integer({ min: 0, max: 80_000 }),
  local: fc.integer({ min: 0, max: 50_000 }),
  money: fc.integer({ min: 0, max: 3 }),
  purpose: fc.constantFrom('working-capital', 'equipment', 'renewal'),
  borrower: fc.constantFrom('firm', 'firm-under-its-old-name', 'somebody else'),
  lists: fc.constantFrom([], ['start-up-guarantee']),
});

type Drawn = typeof anyDrawdown extends fc.Arbitrary<infer T> ? T : never;

const drawdownsFrom = (rows: readonly Drawn[]) =>
  rows.map((r, at): Drawdown => {
    const drawnOn = addDays(day('2026-01-10'), r.drawn);
    const maturityOn = addDays(drawnOn, r.days);
    const principal = wan(r.principal);
    const rest = fen((principal * BigInt(100 - r.repaid)) / 100n);
    return drawdown(
      { id: `p${at}`, moneyId: `m${r.money}`, borrowerId: r.borrower, bank: at % 2 ? 'a' : 'b' },
      {
        drawnOn,
        maturityOn,
        principal,
        rate: ppm(r.rate),
        localSubsidy: ppm(Math.min(r.local, r.rate)),
        purpose: r.purpose,
        termMonths: Math.ceil(r.days / 30),
        balances: [
          { from: drawnOn, balance: principal },
          { from: addDays(drawnOn, Math.ceil(r.days / 2)), balance: rest },
        ],
      },
    );
  });

describe('whatever a borrower draws', () => {
  const rows = fc.array(anyDrawdown, { minLength: 1, maxLength: 6 });

  test('the order of the input changes nothing', () => {
    fc.assert(
      fc.property(rows, fc.array(fc.integer(), { minLength: 6, maxLength: 6 }), (drawn, keys) => {
        const drawdowns = drawdownsFrom(drawn);
        const shuffled = drawdowns
          .map((each, at) => ({ each, key: keys[at] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        expect(decide(shuffled)).toEqual(decide(drawdowns));
        expect(decide([...drawdowns].reverse())).toEqual(decide(drawdowns));
      }),
      { numRuns: 60 },
    );
  });

  test('money takes at most one central scheme, funding ties, cuts add up, and the rate holds', () => {
    fc.assert(
      fc.property(rows, (drawn) => {
        const drawdowns = drawdownsFrom(drawn);
        const decisions = decide(drawdowns);
        const central = new Map<string, string>();
        for (const d of decisions.filter((each) => each.pays)) {
          expect(plus(...d.funding.map((part) => part.amount))).toBe(d.amount);
          const key = `${d.scheme.code} ${d.scheme.version}`;
          if (d.scheme.body.level === 'central') {
            expect(central.get(d.moneyId) ?? key).toBe(key);
            central.set(d.moneyId, key);
          }
          const cuts = d.lines.filter((line) => line.code === 'reduced');
          const full = d.lines.find((line) => line.code === 'full-subsidy');
          const off = cuts.reduce((sum, cut) => sum + BigInt(cut.beforeFen) - BigInt(cut.afterFen), 0n);
          expect(BigInt(full?.amountFen ?? 0) - off).toBe(d.amount);
        }
        for (const { id, loan: facts } of drawdowns) {
          const all = decisions.filter((d) => d.drawdownId === id);
          const { balances, drawnOn: from, maturityOn: until, dayCount } = facts;
          const over = { balances, capLeft: null, from, until, dayCount };
          const interest = subsidyOnBalances({ ...over, points: fineOf(facts.rate) });
          const local = subsidyOnBalances({ ...over, points: fineOf(facts.localSubsidy) });
          const total = plus(...all.map((d) => d.amount));
          if (total > 0n) expect(total + local <= interest + BigInt(all.length + 1)).toBe(true);
        }
      }),
      { numRuns: 80 },
    );
  });

  test('no day counts more principal than the cap', () => {
    const spans = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 500 })), {
        minLength: 1,
        maxLength: 5,
      })
      .map((pairs): Counted => {
        const from = day('2026-01-01');
        const sorted = [...pairs].sort(([a], [b]) => a - b);
        const balances = sorted.map(([at, w]) => ({ from: addDays(from, at), balance: wan(w) as Fen }));
        return { spans: balances, from: addDays(from, sorted[0]?.[0] ?? 0), until: addDays(from, 80) };
      });
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 5 }), fc.integer({ min: 0, max: 900 }), (all, capWan) => {
        const counted: Counted[] = [];
        for (const own of all) counted.push(underCap(own, wan(capWan), counted));
        for (let at = 0; at < 82; at += 1) {
          const on = addDays(day('2026-01-01'), at);
          expect(usedOn(counted, on) <= wan(capWan)).toBe(true);
          counted.forEach((each, i) => {
            const own = all[i];
            if (own) expect(balanceOn(each, on) <= balanceOn(own, on)).toBe(true);
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('the months of a scheme end where the calendar says', () => {
  expect(daysBetween(day('2025-05-01'), addMonths(day('2025-05-01'), 12))).toBe(365);
});
