import { expect, test } from 'vitest';
import { currentRegions, type Region, type RegionLevel, regionPath, withinRegions } from './region.ts';

const region = (
  code: string,
  level: RegionLevel,
  parentCode: string | null,
  successors?: string[],
): Region => ({
  code,
  level,
  parentCode,
  nameZh: code,
  current: successors === undefined,
  successorCodes: successors ?? [],
});

const table = new Map(
  [
    region('640000', 'province', null),
    region('640100', 'prefecture', '640000'),
    region('640104', 'county', '640100'),
    region('640105', 'county', '640100'),
    region('640106', 'county', '640100'),
    region('640103', 'county', '640100', ['640105', '640106']),
    region('640111', 'county', '640100', ['640104', '640103']),
    region('640199', 'county', '640100', ['640198']),
    region('640198', 'county', '640100', ['640199']),
  ].map((r) => [r.code, r]),
);
const lookup = (code: string) => table.get(code) ?? null;

test('a county is walked from its province down', () => {
  expect(regionPath('640104', lookup).map((r) => r.code)).toEqual(['640000', '640100', '640104']);
  expect(regionPath('999999', lookup)).toEqual([]);
});

test.each([
  ['640104', ['640000'], true],
  ['640104', ['640100', '220000'], true],
  ['640104', ['640105'], false],
  ['640103', ['640100'], true],
  ['999999', ['640000'], false],
])('%s within %j: %s', (code, listed, within) => {
  expect(withinRegions(code, listed, lookup)).toBe(within);
});

test.each([
  ['640104', ['640104']],
  ['640111', ['640104', '640105', '640106']],
  ['999999', []],
  ['640199', []],
])('%s is today %j', (code, today) => {
  expect(currentRegions(code, lookup)).toEqual(today);
});
