import { expect, it } from 'vitest';
import { productWith } from '#tests/factories/product.ts';
import { fitOf } from '~/domain/match/fit.ts';

it('fit counts the wishes that are met', () => {
  const product = productWith({
    purposes: ['working-capital'],
    methods: ['equal-instalment'],
    collateral: ['credit'],
  });
  expect(fitOf({ purpose: 'working-capital', method: 'equal-instalment' }, product)).toBe(3);
  expect(fitOf({ purpose: 'research', method: null }, product)).toBe(1);
});
