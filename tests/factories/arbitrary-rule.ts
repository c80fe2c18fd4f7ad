import fc from 'fast-check';
import { addDays, day } from '~/domain/kernel/day.ts';
import { wan } from '~/domain/kernel/money.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import type { Atom, Rule } from '~/domain/product/predicate.ts';
import {
  collaterals,
  figures,
  firmKinds,
  gradeLadder,
  purposes,
  sizeClasses,
  titles,
} from '~/domain/product/vocabulary.ts';

// Small ranges, so that values meet their boundaries often.
const small = fc.integer({ min: 0, max: 6 });
const some = <T extends string>(of: readonly T[]) => fc.subarray([...of], { minLength: 1 });
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const bounds = (value: fc.Arbitrary<number>) =>
  fc.oneof(
    fc.record({ atLeast: value }),
    fc.record({ atMost: value }),
    fc.tuple(value, value).map(([a, b]) => ({ atLeast: Math.min(a, b), atMost: Math.max(a, b) })),
  );
const numeric = <K extends string>(kind: K, value = small) => bounds(value).map((b) => ({ kind, ...b }));
const money = small.map((n) => Number(wan(n)));
const codes = ['a', 'b', 'c'];
const regions = ['64', '6401', '640106', '220400'];
const industries = ['C', 'F', '14', '1411', '51'];

const atom: fc.Arbitrary<Atom> = fc.oneof(
  fc.constantFrom<Atom>(
    { kind: 'active' },
    { kind: 'consent' },
    { kind: 'first-loan' },
    { kind: 'ask', zh: '问', en: 'ask' },
  ),
  some(firmKinds).map((of) => ({ kind: 'firm-kind' as const, in: of })),
  some(regions).map((of) => ({ kind: 'region' as const, in: of })),
  some(industries).map((of) => ({ kind: 'industry' as const, in: of })),
  some(sizeClasses).map((of) => ({ kind: 'size' as const, in: of })),
  numeric('age', fc.integer({ min: 0, max: 30 })),
  fc
    .tuple(fc.constantFrom(...figures), bounds(small))
    .map(([of, b]) => ({ kind: 'figure' as const, of, ...b })),
  fc.constantFrom(...gradeLadder).map((atLeast) => ({ kind: 'grade' as const, atLeast })),
  numeric('points'),
  fc
    .tuple(fc.constantFrom(...codes), bounds(small))
    .map(([code, b]) => ({ kind: 'feature' as const, code, ...b })),
  some(titles).map((anyOf) => ({ kind: 'title' as const, anyOf })),
  numeric('amount', money),
  numeric('term'),
  some(purposes).map((of) => ({ kind: 'purpose' as const, in: of })),
  some(collaterals).map((of) => ({ kind: 'collateral' as const, in: of })),
);

/** Any tree of at most three levels. */
export const arbitraryRule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'rule' },
    atom,
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      rules: fc.array(tie('rule'), { maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('not' as const), rule: tie('rule') }),
  ),
})).rule;

export const arbitraryAtom = atom;

const today = day('2026-11-30');

/** Any firm with any need, on a day at the end of a month; everything that may be missing sometimes is. */
export const arbitraryApplicant: fc.Arbitrary<Applicant> = fc.record({
  today: fc.constant(today),
  firm: fc.record({
    active: fc.boolean(),
    kind: fc.constantFrom(...firmKinds),
    regionCode: orNull(fc.constantFrom('640106', '640200', '640000', '220400')),
    industrySection: orNull(fc.constantFrom('C', 'F')),
    industryCode: orNull(fc.constantFrom('1411', '1499', '14', '51', '5100')),
    size: orNull(fc.constantFrom(...sizeClasses)),
    establishedOn: orNull(fc.integer({ min: -1000, max: 40 }).map((n) => addDays(today, n))),
    figures: fc.record({ employees: orNull(small), revenue: orNull(small), assets: orNull(small) }),
  }),
  score: orNull(
    fc.record({
      scope: fc.constantFrom('public' as const, 'full' as const),
      grade: orNull(fc.constantFrom(...gradeLadder)),
      milliPoints: orNull(small),
    }),
  ),
  hasConsented: fc.boolean(),
  features: fc.array(fc.tuple(fc.constantFrom(...codes), small)).map((pairs) => new Map(pairs)),
  closedFeatures: fc.subarray(codes).map((held) => new Set(held)),
  titles: orNull(fc.subarray([...titles]).map((held) => new Set(held))),
  hasBorrowed: fc.boolean(),
  need: fc.record({
    amountFen: fc.integer({ min: 1, max: 6 }).map((n) => wan(n)),
    termMonths: small,
    purpose: fc.constantFrom(...purposes),
    collateral: fc.subarray([...collaterals]),
  }),
});
