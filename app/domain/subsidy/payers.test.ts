import { expect, test } from 'vitest';
import { payersOf } from './payers.ts';

const funding = (...payers: string[]) => ({
  funding: payers.map((payer) => ({ payer, sharePpm: 1_000_000 / payers.length })),
});

test('payers come from the funding splits of schemes, each once, higher levels first', () => {
  expect(payersOf([funding('city'), funding('central', 'province'), funding('region', 'city')])).toEqual([
    'central',
    'province',
    'region',
    'city',
  ]);
});

test('a payer that no level knows comes last, and others are added', () => {
  expect(payersOf([funding('new-area', 'treasury')], ['province'])).toEqual([
    'province',
    'treasury',
    'new-area',
  ]);
});
