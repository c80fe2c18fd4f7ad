import { describe, expect, it } from 'vitest';
import { productWith } from '#tests/factories/product.ts';
import { wan } from '~/domain/kernel/money.ts';
import {
  countFacet,
  inOrderOf,
  meets,
  type ShelfFilter,
  type Shelved,
  sortShelf,
} from '~/domain/product/shelf.ts';

const shelved = (code: string, wish: Partial<Shelved> = {}): Shelved => ({
  ...productWith({ code, nameZh: code }),
  lowestPpm: 36_500,
  highestPpm: 36_500,
  ...wish,
});

describe('a filter', () => {
  const product = shelved('a', {
    zones: ['rural'],
    collateral: ['credit', 'guarantee'],
    minFen: wan(5),
    maxFen: wan(300),
    maxTermMonths: 24,
    eligibility: { kind: 'size', in: ['micro'] },
  });
  const cases: [string, ShelfFilter, boolean][] = [
    ['nothing asked', {}, true],
    ['in the zone', { zone: 'rural' }, true],
    ['in another zone', { zone: 'green' }, false],
    ['one of its kinds of security', { collateral: 'guarantee' }, true],
    ['exactly the least amount', { amountFen: wan(5) }, true],
    ['a fen below the least amount', { amountFen: (wan(5) - 1n) as never }, false],
    ['exactly the longest term', { termMonths: 24 }, true],
    ['a month longer', { termMonths: 25 }, false],
    ['exactly the rate', { mostPpm: 36_500 }, true],
    ['a lower rate asked', { mostPpm: 36_499 }, false],
    ['whom it could suit', { audience: 'micro' }, true],
    ['whom it could not', { audience: 'large' }, false],
    ['examples only', { offer: 'example' }, false],
    ['all at once, one missed', { zone: 'rural', collateral: 'ip' }, false],
  ];
  it.each(cases)('%s', (_, filter, passes) => expect(meets(product, filter)).toBe(passes));

  it('on the rate leaves out products without a published one', () => {
    expect(meets(shelved('a', { lowestPpm: null, highestPpm: null }), { mostPpm: 200_000 })).toBe(false);
  });
});

it('a facet counts what each further choice would leave, with the other filters kept', () => {
  const products = [
    shelved('a', { zones: ['rural'], segment: 'farming' }),
    shelved('b', { zones: ['rural', 'green'], segment: 'medium' }),
    shelved('c', { zones: ['green'], segment: 'medium' }),
  ];
  const counts = countFacet(products, { zone: 'rural', segment: 'medium' }, 'zone', [
    'rural',
    'green',
    'park',
  ]);
  expect(counts).toEqual([
    { value: 'rural', count: 1 },
    { value: 'green', count: 2 },
    { value: 'park', count: 0 },
  ]);
});

describe('the order of the shelf', () => {
  const shelf = [
    shelved('example', { example: true, lowestPpm: 20_000 }),
    shelved('enquire', { lowestPpm: null, highestPpm: null }),
    shelved('dear', { lowestPpm: 48_000, highestPpm: 48_000, maxFen: wan(900) }),
    shelved('range', { lowestPpm: 36_500, highestPpm: 60_000 }),
    shelved('cheap', { maxFen: wan(100) }),
  ];
  it('by rate: unpublished after published, examples last', () => {
    expect(sortShelf(shelf, 'rate').map((p) => p.code)).toEqual([
      'cheap',
      'range',
      'dear',
      'enquire',
      'example',
    ]);
  });
  it('does not depend on the order of arrival', () => {
    expect(sortShelf([...shelf].reverse(), 'amount')).toEqual(sortShelf(shelf, 'amount'));
  });
  it('of a search is the order of the hits, and only the hits', () => {
    const [, enquire, dear] = shelf as [Shelved, Shelved, Shelved];
    expect(inOrderOf(shelf, [dear.id, enquire.id]).map((p) => p.code)).toEqual(['dear', 'enquire']);
  });
});
