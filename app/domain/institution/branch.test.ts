import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BranchId } from '~/domain/kernel/id.ts';
import { branchByPlace } from './branch.ts';

const branch = (id: string, areaCode: string | null) => ({ id: id as BranchId, areaCode });
const places = ['640104', '640100', '640000'];

test('the branch whose area lies closest serves the firm', () => {
  const county = branch('b', '640104');
  const city = branch('a', '640100');
  expect(branchByPlace([city, county], places)).toBe('b');
  expect(branchByPlace([city], places)).toBe('a');
});

test('a firm of another place, and a bank without areas, are left to the head office', () => {
  expect(branchByPlace([branch('a', '640200'), branch('b', null)], places)).toBeNull();
  expect(branchByPlace([], places)).toBeNull();
  expect(branchByPlace([branch('a', '640100')], [])).toBeNull();
});

test('the order in which branches are listed changes nothing', () => {
  const area = fc.constantFrom(null, '640104', '640100', '640000', '640200');
  const branches = fc.uniqueArray(fc.record({ id: fc.uuid(), areaCode: area }), { selector: (b) => b.id });
  fc.assert(
    fc.property(branches, (all) => {
      const typed = all.map(({ id, areaCode }) => branch(id, areaCode));
      expect(branchByPlace(typed.toReversed(), places)).toBe(branchByPlace(typed, places));
    }),
  );
});
