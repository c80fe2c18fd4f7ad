import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProductId } from '~/domain/kernel/id.ts';
import { yuan } from '~/domain/kernel/money.ts';
import { type Candidate, compareCandidates, rank } from '~/domain/match/rank.ts';

const candidate = (name: string, wish: Partial<Candidate> = {}): Candidate => ({
  productId: name as ProductId,
  example: false,
  verdict: 'pass',
  failing: 0,
  effort: null,
  netCost: yuan(10_000),
  decisionDays: null,
  fit: 0,
  ...wish,
});

const failing = (name: string, tier: number, size: number, failing = 1) =>
  candidate(name, { verdict: 'fail', failing, effort: { tier, size }, netCost: yuan(1) });

const order = (...candidates: Candidate[]) => rank(candidates).map((c) => c.productId);

describe('the published ranking', () => {
  const cases: [string, Candidate[], string[]][] = [
    [
      'eligible, then open, then failing, whatever they cost',
      [
        failing('fails', 0, 0),
        candidate('open', { verdict: 'unknown', netCost: yuan(2) }),
        candidate('passes'),
      ],
      ['passes', 'open', 'fails'],
    ],
    [
      'cheaper over the term comes first, to the fen',
      [candidate('b', { netCost: yuan(101) }), candidate('a', { netCost: yuan(100) })],
      ['a', 'b'],
    ],
    [
      'a rate on enquiry comes after every published one',
      [candidate('enquire', { netCost: null }), candidate('dear', { netCost: yuan(99_999) })],
      ['dear', 'enquire'],
    ],
    ['equal cost: the better fit', [candidate('a', { fit: 1 }), candidate('b', { fit: 2 })], ['b', 'a']],
    [
      'equal fit: the bank that answers sooner, one without a measure last',
      [candidate('a'), candidate('b', { decisionDays: 6 }), candidate('c', { decisionDays: 4 })],
      ['c', 'b', 'a'],
    ],
    ['equal in everything: the id', [candidate('b'), candidate('a')], ['a', 'b']],
    [
      'an example stays behind current offers even when cheaper',
      [candidate('example', { example: true, netCost: yuan(1) }), candidate('offer')],
      ['offer', 'example'],
    ],
    [
      'failing: what the firm can change today, then time, then figures, then what never changes',
      [failing('never', 4, 0), failing('figure', 2, 5), failing('wait', 1, 300), failing('need', 0, 900)],
      ['need', 'wait', 'figure', 'never'],
    ],
    [
      'failing on fewer conditions first, then the smaller gap',
      [failing('two', 1, 1, 2), failing('later', 1, 90), failing('sooner', 1, 10)],
      ['sooner', 'later', 'two'],
    ],
  ];
  it.each(cases)('%s', (_, candidates, expected) => expect(order(...candidates)).toEqual(expected));
});

const arbitraryCandidate: fc.Arbitrary<Candidate> = fc
  .record({
    productId: fc.constantFrom('a', 'b', 'c', 'd').map((id) => id as ProductId),
    example: fc.boolean(),
    verdict: fc.constantFrom('pass' as const, 'unknown' as const, 'fail' as const),
    tier: fc.integer({ min: 0, max: 4 }),
    size: fc.integer({ min: 0, max: 3 }),
    failing: fc.integer({ min: 1, max: 3 }),
    netCost: fc.option(
      fc.integer({ min: 0, max: 3 }).map((n) => yuan(n)),
      { nil: null },
    ),
    fit: fc.integer({ min: 0, max: 3 }),
    decisionDays: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
  })
  .map(({ tier, size, failing, ...rest }) =>
    rest.verdict === 'fail'
      ? { ...rest, failing, effort: { tier, size } }
      : { ...rest, failing: 0, effort: null },
  );

describe('a total order', () => {
  it('is antisymmetric and transitive', () => {
    fc.assert(
      fc.property(arbitraryCandidate, arbitraryCandidate, arbitraryCandidate, (a, b, c) => {
        expect(Math.sign(compareCandidates(a, b))).toBe(-Math.sign(compareCandidates(b, a)) + 0);
        if (compareCandidates(a, b) <= 0 && compareCandidates(b, c) <= 0)
          expect(compareCandidates(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not depend on the order in which products arrive', () => {
    const arrivals = fc
      .uniqueArray(arbitraryCandidate, { selector: (c) => c.productId, maxLength: 4 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(arrivals, ([list, shuffled]) => {
        expect(rank(shuffled)).toEqual(rank(list));
      }),
    );
  });
});
