import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryFacts } from '#tests/factories/arbitrary-fact.ts';
import { aFact, asOf, featureOf, featuresOf, openScope, publicScope } from '#tests/factories/feature.ts';
import { addDays, day } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';
import type { FeatureFact } from './definition.ts';
import { featureDefinitions } from './definitions.ts';

const penalty = (occurredOn: string | null, parts: Partial<FeatureFact> = {}) =>
  aFact('penalty.decision', {
    category: 'general',
    occurredOn: occurredOn ? day(occurredOn) : null,
    ...parts,
  });
const tax = (month: string, amount: number) =>
  aFact('tax.payment', { occurredOn: day(`${month}-01`), amount: fen(amount) });

describe('a window', () => {
  test.each([
    ['on the day', '2026-11-23', 1],
    ['a day before the window', '2024-11-23', 0],
    ['its first day', '2024-11-24', 1],
    ['in the future', '2026-11-24', 0],
  ])('counts a penalty %s', (_, on, expected) => {
    expect(featureOf('penalty-general-24m', [penalty(on)]).value).toBe(expected);
  });

  test('takes an undated record from the day it was learnt', () => {
    expect(featureOf('penalty-general-24m', [penalty(null, { knownOn: asOf })]).value).toBe(1);
    expect(featureOf('penalty-general-24m', [penalty(null, { knownOn: day('2024-11-01') })]).value).toBe(0);
  });

  test('counts the records that a row stands for, and the category that a source leaves open', () => {
    const rows = [penalty('2026-01-05', { quantity: 3 }), penalty('2026-02-05', { category: null })];
    expect(featureOf('penalty-general-24m', rows).value).toBe(4);
    expect(featureOf('penalty-serious-36m', rows).value).toBe(0);
  });

  test('looks at the end of what has ended', () => {
    const listed = (endedOn: string | null) =>
      aFact('list.abnormal-operation', {
        occurredOn: day('2020-01-01'),
        endedOn: endedOn ? day(endedOn) : null,
      });
    expect(featureOf('abnormal-list-in-force', [listed(null), listed('2026-11-24')]).value).toBe(2);
    expect(featureOf('abnormal-list-in-force', [listed('2026-11-23')]).value).toBe(0);
    expect(
      featureOf('abnormal-list-left-24m', [listed('2026-11-23'), listed('2024-11-23'), listed(null)]).value,
    ).toBe(1);
  });
});

describe('missing is not zero', () => {
  const without = (item: string) => ({
    ...openScope,
    supplies: new Map([...openScope.supplies].filter(([code]) => code !== item)),
  });
  const supplied = (item: string, daysAgo: number) => ({
    ...openScope,
    supplies: new Map([...openScope.supplies, [item, addDays(asOf, -daysAgo)]]),
  });

  test.each([
    ['a register supplied today', openScope, true, 0, null],
    ['a register never supplied', without('penalty.decision'), true, null, 'not-supplied'],
    ['a register supplied late', supplied('penalty.decision', 120), true, 0, null],
    ['a register silent beyond its days of grace', supplied('penalty.decision', 121), true, null, 'expired'],
    ['a firm that no register is known to carry', openScope, false, null, 'not-identified'],
  ])('%s', (_, scope, isKnown, value, gap) => {
    expect(featureOf('penalty-general-24m', [], scope, isKnown)).toMatchObject({ value, gap });
  });

  test('a supply past its fresh days still counts, and is marked', () => {
    expect(featureOf('penalty-general-24m', [], supplied('penalty.decision', 31))).toMatchObject({
      isStale: true,
      value: 0,
    });
    expect(featureOf('penalty-general-24m', [], supplied('penalty.decision', 30))).toMatchObject({
      isStale: false,
    });
  });

  test('what happened still counts when its register has expired; a measure of months does not', () => {
    expect(
      featureOf('penalty-general-24m', [penalty('2026-01-05')], supplied('penalty.decision', 121)),
    ).toMatchObject({
      value: 1,
      isStale: true,
    });
    const paid = [aFact('social.payment', { occurredOn: day('2026-06-01') })];
    expect(featureOf('social-months-12m', paid, supplied('social.payment', 136))).toMatchObject({
      gap: 'expired',
    });
  });

  test('a record counts even when nothing else shows that the registers carry the firm', () => {
    expect(featureOf('penalty-general-24m', [penalty('2026-01-05')], openScope, false).value).toBe(1);
  });

  test('no gas bill owed says nothing about a firm without a meter', () => {
    expect(featureOf('utility-arrears-in-force', [])).toMatchObject({ value: null, gap: 'no-record' });
    const metered = [aFact('utility.gas-usage', { occurredOn: day('2026-10-01'), quantity: 5 })];
    expect(featureOf('utility-arrears-in-force', metered).value).toBe(0);
    const moved = [aFact('utility.gas-usage', { occurredOn: day('2024-10-01'), quantity: 5 })];
    expect(featureOf('utility-arrears-in-force', moved).value).toBeNull();
  });

  test('a consent item stays shut without the consent, and opens only the span that the consent names', () => {
    const facts = [tax('2026-09', 500_000), tax('2026-03', 700_000)];
    expect(featureOf('tax-paid-12m', facts, publicScope)).toMatchObject({
      value: null,
      gap: 'not-consented',
    });
    expect(featureOf('tax-paid-12m', facts).value).toBe(1_200_000);
    const narrow = { items: new Set(['tax.payment']), dataFrom: day('2026-06-01'), dataTo: null };
    expect(featureOf('tax-paid-12m', facts, { ...openScope, consent: narrow }).value).toBe(500_000);
  });
});

describe('aggregates', () => {
  test('a sum holds at least the known amounts; without any it is unknown', () => {
    const owed = (amount: number | null) =>
      aFact('tax.arrears', { amount: amount === null ? null : fen(amount) });
    expect(featureOf('tax-arrears-amount-in-force', [owed(100), owed(null)]).value).toBe(100);
    expect(featureOf('tax-arrears-amount-in-force', [owed(null)])).toMatchObject({
      value: null,
      gap: 'unknown-amount',
    });
    expect(featureOf('tax-arrears-amount-in-force', []).value).toBe(0);
    const absurd = featureOf('tax-arrears-amount-in-force', [
      aFact('tax.arrears', { amount: fen(10n ** 18n) }),
    ]);
    expect(absurd.value).toBe(Number.MAX_SAFE_INTEGER);
  });

  test.each([
    ['2016-11-23', 10],
    ['2016-11-24', 9],
    ['2026-11-23', 0],
  ])('a firm registered on %s is %i whole years old', (on, years) => {
    expect(
      featureOf('years-registered', [aFact('registration.profile', { occurredOn: day(on) })]).value,
    ).toBe(years);
  });

  test('a trend compares monthly means, so that a month not yet delivered is no fall', () => {
    const before = ['2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11'].map((m) => tax(m, 300));
    const recent = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10'].map((m) => tax(m, 200));
    expect(featureOf('tax-trend', [...before, ...recent]).value).toBe(-333_333);
    expect(featureOf('tax-trend', [...before, ...recent.slice(0, 2)])).toMatchObject({
      gap: 'too-few-months',
    });
  });

  test('the latest of two records on one day does not depend on their order', () => {
    const graded = (id: string, category: string) => aFact('environment.credit-rating', { id, category });
    const pair = [graded('b', 'green'), graded('a', 'black')];
    expect(featureOf('environment-grade', pair).value).toBe(4);
    expect(featureOf('environment-grade', [...pair].reverse()).value).toBe(4);
  });

  test('a record past its years of use does not count', () => {
    const debt = (parts: Partial<FeatureFact>) =>
      aFact('court.dishonesty', { occurredOn: day('2015-03-01'), ...parts });
    expect(featureOf('dishonest-debtor-in-force', [debt({})]).value).toBe(1);
    expect(
      featureOf('judgments-sued-24m', [aFact('court.judgment', { occurredOn: day('2020-01-01') })]).value,
    ).toBe(0);
  });
});

test('every value is a whole number, whatever the facts', () => {
  fc.assert(
    fc.property(arbitraryFacts(), (facts) =>
      featuresOf(facts).every(({ value, gap }) =>
        value === null ? gap !== null : Number.isSafeInteger(value),
      ),
    ),
  );
});

test('the order of the facts changes nothing', () => {
  const values = (facts: FeatureFact[]) => featuresOf(facts).map(({ value, gap }) => [value, gap]);
  fc.assert(
    fc.property(
      arbitraryFacts().chain((facts) =>
        fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
      ),
      ([facts, shuffled]) => {
        expect(values(shuffled)).toEqual(values(facts));
      },
    ),
  );
});

test('evidence is among the facts, and of the items of the feature', () => {
  fc.assert(
    fc.property(arbitraryFacts(), (facts) =>
      featuresOf(facts).every((feature) => feature.evidence.every((fact) => facts.includes(fact))),
    ),
  );
});

test('features have codes of their own and read items of the catalogue with categories that it knows', async () => {
  const { default: catalogue } = await import('#prisma/seed/catalogue/items.json', {
    with: { type: 'json' },
  });
  const codes = featureDefinitions.map((definition) => definition.code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const { code, items, categories = [] } of featureDefinitions)
    for (const item of items) {
      const entry = catalogue.items.find((i) => i.code === item);
      expect(entry, `${code} reads ${item}`).toBeDefined();
      const known: string[] = ['unknown', ...(entry?.categories ?? []).map((c) => c.code)];
      expect(
        categories.filter((c) => !known.includes(c)),
        code,
      ).toEqual([]);
    }
});
