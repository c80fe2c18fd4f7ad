import { expect, test } from 'vitest';
import { faultsAmong } from '#tests/factories/random-schedules.ts';

test('two thousand random schedules agree with exact fractions to the fen', () => {
  expect(faultsAmong(2_000, 20261127)).toEqual([]);
}, 60_000);
