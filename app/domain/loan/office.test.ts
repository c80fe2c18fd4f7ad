import { expect, it } from 'vitest';
import { coversRegion } from '~/domain/loan/office.ts';

it.each([
  ['640000', '640104', true],
  ['640100', '640104', true],
  ['640104', '640104', true],
  ['640100', '640302', false],
  ['640104', '640100', false],
  ['440000', '640104', false],
  ['640000', null, false],
] as const)('an office of %s covers a firm in %s: %s', (office, firm, covered) => {
  expect(coversRegion(office, firm)).toBe(covered);
});
