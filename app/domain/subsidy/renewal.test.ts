import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, type Day, day } from '~/domain/kernel/day.ts';
import { type Fen, wan, zeroFen } from '~/domain/kernel/money.ts';
import { percent, ppm, wholePpm } from '~/domain/kernel/rate.ts';
import { type Chained, moneyOf } from '~/domain/loan/money-identity.ts';
import { assessLoan } from '~/domain/policy/assess.ts';
import { type Holder, shareCap, usesSeenBy } from '~/domain/policy/cap-room.ts';
import { type Drawdown, subsidiseBorrower } from '~/domain/policy/double-subsidy.ts';
import type { BalanceSpan, LoanFacts } from '~/domain/policy/loan-facts.ts';
import type { Scheme, SubsidyScheme } from '~/domain/policy/scheme.ts';
import { finePoints, roundedUp } from '~/domain/policy/subsidy-points.ts';
import { chooseSchemes } from './choose-scheme.ts';
import { termEnd } from './entitlement.ts';
import { settleBorrower } from './settle-borrower.ts';
import type { SubsidisedLoan, SubsidyTerms } from './subsidised-loan.ts';

const folder = new URL('../../../prisma/seed/policy/schemes/', import.meta.url);
const schemes = readdirSync(folder)
  .map((name): Scheme => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  .filter((scheme): scheme is SubsidyScheme => scheme.kind === 'subsidy');

/** A contract of one firm: money of its own, or what another contract had out. */
type Contract = {
  readonly id: string;
  readonly renews: string | null;
  readonly principal: Fen;
  readonly drawnOn: Day;
  readonly months: number;
  /** When another contract goes on with its money; null while none does. */
  readonly movedOn: Day | null;
  readonly local: number;
  readonly purpose: string;
};

const endOf = ({ drawnOn, months, movedOn }: Contract): Day => movedOn ?? addMonths(drawnOn, months);

/** What is out under a contract; `known` until a day, as planned after. */
const spansOf = (of: Contract): BalanceSpan[] => [
  { from: of.drawnOn, balance: of.principal },
  { from: endOf(of), balance: zeroFen },
];

const factsOf = (of: Contract): LoanFacts => ({
  borrower: { regionPath: ['440000'], industryPath: ['H', '62'], size: 'small', kind: 'company', lists: [] },
  principal: of.principal,
  rate: percent('4'),
  dayCount: 'actual360',
  termMonths: of.months,
  contractOn: of.drawnOn,
  drawnOn: of.drawnOn,
  maturityOn: addMonths(of.drawnOn, of.months),
  balances: [{ from: of.drawnOn, balance: of.principal }],
  purpose: of.renews === null ? of.purpose : 'renewal',
  flags: [],
  renewal: of.renews !== null,
  centralSubsidies: [],
  localSubsidy: ppm(of.local),
  capUsed: {},
});

const chainOf = (contracts: readonly Contract[]): Chained[] =>
  contracts.map(({ id, drawnOn, renews }) => ({ id, drawnOn, renews }));

/** As the simulator says: by contract and scheme, what is paid. */
function simulated(contracts: readonly Contract[]): Map<string, Fen> {
  const chain = chainOf(contracts);
  const drawdowns = contracts.map(
    (of, at): Drawdown => ({
      ...{ id: of.id, borrowerId: 'firm', bank: 'a', loan: factsOf(of), parts: [] },
      moneyId: moneyOf(chain[at] as Chained, chain).rootId,
    }),
  );
  const paid = subsidiseBorrower(new Set(['firm']), drawdowns, schemes).filter(({ amount }) => amount > 0n);
  return new Map(paid.map(({ drawdownId, scheme, amount }) => [`${drawdownId} ${scheme.code}`, amount]));
}

const termsOf = ({ body }: SubsidyScheme, facts: LoanFacts): SubsidyTerms => ({
  ...{ points: finePoints(body, facts) ?? 0n, maxMonths: body.maxMonths, extendedMonths: 36 },
  principalCap: body.principalCapWan === null ? null : wan(body.principalCapWan),
  amountCap: body.amountCapWan === null ? null : wan(body.amountCapWan),
  ...{ yearAmountCap: null, paidFirst: body.paidFirst ?? false, funding: body.funding },
});

type Row = { readonly of: Contract; readonly scheme: SubsidyScheme; readonly loan: SubsidisedLoan };

const holderOf = ({ scheme, loan, of }: Row): Holder => {
  const terms = termsOf(scheme, factsOf(of));
  return { ...loan, until: termEnd(loan, terms), cap: terms.principalCap };
};

/** As disbursement assesses one contract after the other, and the settlement pays once all interest is in. */
function settled(contracts: readonly Contract[]): Map<string, Fen> {
  const chain = chainOf(contracts);
  const rows: Row[] = [];
  for (const [at, of] of contracts.entries()) {
    const { since, through, rootId } = moneyOf(chain[at] as Chained, chain);
    const taken = rows.filter(({ loan }) => through.includes(loan.id)).map(({ scheme }) => scheme);
    const takes = [...new Map(taken.map(({ code, version }) => [code, { code, version }])).values()];
    const capUse = Object.fromEntries(
      schemes.map(({ code }) => {
        const before = rows.filter(({ scheme }) => scheme.code === code).map(holderOf);
        return [code, usesSeenBy(of.id, before, shareCap(before), () => wholePpm)];
      }),
    );
    const central = taken.filter(({ body }) => body.level === 'central').map(({ code }) => code);
    const purpose = contracts.find(({ id }) => id === rootId)?.purpose ?? '';
    const money = through.length === 0 ? {} : { money: { since, purpose, takes } };
    const facts = { ...factsOf(of), capUse, ...money, centralSubsidies: [...new Set(central)] };
    const answer = assessLoan(facts, schemes);
    const accepted = answer.outcome === 'assessed' ? answer.assessments.filter((a) => a.eligible) : [];
    const candidates = accepted.map(({ scheme }) => {
      const { body, code } = scheme as SubsidyScheme;
      return { code, level: body.level, points: roundedUp(finePoints(body, facts) ?? 0n), scheme };
    });
    for (const { scheme, otherPoints } of chooseSchemes(candidates, central[0] ?? null, ppm(of.local)))
      rows.push({
        ...{ of, scheme: scheme.scheme as SubsidyScheme },
        loan: {
          ...{ id: of.id, rate: percent('4'), dayCount: 'actual360', drawnOn: of.drawnOn, moneySince: since },
          ...{
            maturityOn: facts.maturityOn,
            extendedTo: null,
            balances: spansOf(of),
            otherPoints,
            stops: [],
          },
          ...{ eligiblePart: wholePpm, settledUntil: endOf(of), interestPaid: wan(100_000) },
        },
      });
  }
  const paid = new Map<string, Fen>();
  for (const code of new Set(rows.map(({ scheme }) => scheme.code))) {
    const group = rows.filter(({ scheme }) => scheme.code === code);
    const loans = group.map(({ loan, scheme, of }) => ({ loan, terms: termsOf(scheme, factsOf(of)) }));
    for (const [id, { cumulative }] of settleBorrower(loans, day('2030-01-01'), new Map()))
      if (cumulative > 0n) paid.set(`${id} ${code}`, cumulative);
  }
  return paid;
}

type Wish = {
  readonly wan: number;
  readonly start: number;
  readonly local: number;
  readonly purpose: string;
  readonly terms: readonly [number, number][];
};

/** Contracts that follow one another before each matures, in the order of their drawdowns. */
function contractsOf(wishes: readonly Wish[]): Contract[] {
  const all = wishes.flatMap(({ wan: principal, start, local, purpose, terms }, m) => {
    let drawnOn = addDays(day('2025-03-16'), start);
    let renews: string | null = null;
    return terms.map(([months, early], at): Contract => {
      const matures = addMonths(drawnOn, months);
      const last = at === terms.length - 1;
      const moved = addDays(matures, -early);
      const id = `m${m}-${at}`;
      const of = {
        id,
        renews,
        principal: wan(principal),
        drawnOn,
        months,
        movedOn: last ? null : moved,
        local,
        purpose,
      };
      renews = id;
      drawnOn = moved;
      return of;
    });
  });
  return all.sort((a, b) => (`${a.drawnOn} ${a.id}` < `${b.drawnOn} ${b.id}` ? -1 : 1));
}

const amounts = (paid: ReadonlyMap<string, Fen>) => Object.fromEntries([...paid].sort());

describe('a renewal (无还本续贷) is the same money', () => {
  const chain = (start: string, terms: readonly [number, number][]) =>
    contractsOf([
      {
        wan: 100,
        start: (Date.parse(start) - Date.parse('2025-03-16')) / 86_400_000,
        local: 0,
        purpose: 'working-capital',
        terms,
      },
    ]);

  test.each([
    [
      'of 2025, renewed in 2026: what is left of its year, under 2025',
      '2025-05-01',
      [
        [6, 0],
        [12, 0],
      ],
      [511_111n, 502_778n],
    ],
    [
      'new in 2026 and renewed that year: the same, though only new loans are taken',
      '2026-02-01',
      [
        [6, 0],
        [12, 0],
      ],
      [502_778n, 511_111n],
    ],
    [
      'renewed twice within its year',
      '2026-02-01',
      [
        [3, 0],
        [3, 0],
        [12, 0],
      ],
      [247_222n, 255_556n, 511_111n],
    ],
  ] as const)('%s', (_, start, terms, expected) => {
    const contracts = chain(
      start,
      terms.map(([months, early]) => [months, early]),
    );
    const paid = [...simulated(contracts)].filter(([key]) => key.includes('services-subsidy'));
    expect(paid.map(([, amount]) => amount)).toEqual(expected);
    expect(amounts(settled(contracts))).toEqual(amounts(simulated(contracts)));
  });

  test('renewed after its year is over it gets nothing', () => {
    const contracts = chain('2025-05-01', [
      [12, 0],
      [6, 0],
    ]);
    expect(Object.keys(amounts(settled(contracts)))).toEqual(['m0-0 services-subsidy']);
  });
});

test('settlement and simulator pay the same on any chain of contracts at any banks', () => {
  const wish = fc.record({
    wan: fc.integer({ min: 10, max: 700 }),
    start: fc.integer({ min: 0, max: 600 }),
    local: fc.constantFrom(0, 0, 5_000, 35_000, 40_000),
    purpose: fc.constantFrom('working-capital', 'equipment'),
    terms: fc.array(fc.tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 0, max: 20 })), {
      minLength: 1,
      maxLength: 4,
    }),
  });
  fc.assert(
    fc.property(fc.array(wish, { minLength: 1, maxLength: 3 }), (wishes) => {
      const contracts = contractsOf(wishes);
      expect(amounts(settled(contracts))).toEqual(amounts(simulated(contracts)));
    }),
    { numRuns: 300 },
  );
});
