import { expect, it } from 'vitest';
import { card } from '#tests/factories/feature.ts';
import { featureDefinitions } from '~/domain/feature/definitions.ts';
import { all, any } from '~/domain/product/predicate.ts';
import { dependenceOf, touchedFeatures } from './impact.ts';

it('every feature of the card is found under each of its items, and no other', () => {
  const items = [...new Set(featureDefinitions.flatMap((each) => each.items))];
  for (const item of items) {
    const found = touchedFeatures(item, featureDefinitions, card).map(({ code }) => code);
    const expected = featureDefinitions.filter((each) => each.items.includes(item)).map(({ code }) => code);
    expect([...found].sort()).toEqual([...expected].sort());
  }
  expect(touchedFeatures('astrology.sign', featureDefinitions, card)).toEqual([]);
});

it('what earns most comes first, with the points that the card gives', () => {
  const found = touchedFeatures('penalty.decision', featureDefinitions, card);
  expect(found.length).toBeGreaterThan(1);
  expect(found.map(({ most }) => most)).toEqual([...found.map(({ most }) => most)].sort((a, b) => b - a));
  expect(found[0]?.most).toBeGreaterThan(0);
});

it('a product depends by its rule, through the score, or not at all', () => {
  const features = touchedFeatures('penalty.decision', featureDefinitions, card);
  const rule = { kind: 'feature', code: features[0]?.code ?? '', atMost: 0 } as const;
  expect(dependenceOf(all({ kind: 'active' }, any(rule)), 'penalty.decision', features)).toBe('rule');
  expect(dependenceOf(all({ kind: 'grade', atLeast: 'B' }), 'penalty.decision', features)).toBe('score');
  expect(dependenceOf(all({ kind: 'amount', atMost: 5 }), 'penalty.decision', features)).toBeNull();
  expect(dependenceOf(all({ kind: 'active' }), 'registration.profile', [])).toBe('rule');
  expect(dependenceOf(all({ kind: 'title', anyOf: ['high-tech'] }), 'honour.title', [])).toBe('rule');
});
