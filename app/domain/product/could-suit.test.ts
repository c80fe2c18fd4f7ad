import { describe, expect, it } from 'vitest';
import { type Audience, couldSuit } from '~/domain/product/could-suit.ts';
import { all, any, not, type Rule } from '~/domain/product/predicate.ts';

const small: Rule = { kind: 'size', in: ['micro', 'small'] };
const trader: Rule = { kind: 'firm-kind', in: ['sole-trader'] };
const company: Rule = { kind: 'firm-kind', in: ['company'] };

describe('whom a product could suit', () => {
  const cases: [string, Rule, Audience, boolean][] = [
    ['no word about size suits everybody', { kind: 'active' }, 'large', true],
    ['small firms only, asked for a medium one', all(small), 'medium', false],
    ['small firms only, asked for a micro one', all(small, { kind: 'grade', atLeast: 'A+' }), 'micro', true],
    ['a size is never asked of a sole trader', all(small), 'sole-trader', true],
    ['companies only', all(company, small), 'sole-trader', false],
    ['sole traders or small firms', any(trader, small), 'medium', false],
    ['all but small firms', not(small), 'small', false],
  ];
  it.each(cases)('%s', (_, rule, audience, suits) => expect(couldSuit(rule, audience)).toBe(suits));
});
