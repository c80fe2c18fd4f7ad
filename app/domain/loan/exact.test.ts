import { expect, test } from 'vitest';
import { faultsAmong } from '#tests/factories/random-schedules.ts';

test('five thousand random schedules agree with exact fractions to the fen', () => {
  expect(faultsAmong(5_000, 20261127)).toEqual([]);
}, 60_000);
