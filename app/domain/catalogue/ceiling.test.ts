import { describe, expect, it } from 'vitest';
import { ceilings, type Depth, yields } from './ceiling.ts';

const depths: Depth[] = ['answer', 'summary', 'score', 'detail'];

describe('what an item yields at most', () => {
  it.each([
    ['store-only', []],
    ['yes-no', ['answer']],
    ['aggregate', ['answer', 'summary', 'score']],
    ['raw', depths],
  ] as const)('%s yields %j', (ceiling, expected) => {
    expect(depths.filter((depth) => yields({ ceiling }, depth))).toEqual(expected);
  });

  it('never yields less under a higher ceiling', () => {
    for (const depth of depths) {
      const given = ceilings.map((ceiling) => yields({ ceiling }, depth));
      expect(given).toEqual([...given].sort((a, b) => Number(a) - Number(b)));
    }
  });
});
