import { expect, test } from 'vitest';
import { readReference } from '#prisma/seed/read-csv.ts';
import { type Industry, type IndustryLevel, industryPath, withinIndustries } from './industry.ts';

const table = new Map<string, Industry>(
  readReference('gbt4754_2017.csv').map((row) => [
    row.code ?? '',
    {
      code: row.code ?? '',
      level: row.level as IndustryLevel,
      parentCode: row.parent || null,
      section: row.section ?? '',
      nameZh: row.name_zh ?? '',
      nameEn: row.name_en || null,
    },
  ]),
);
const lookup = (code: string) => table.get(code) ?? null;

test('a class is walked from its section down', () => {
  expect(industryPath('0111', lookup).map((industry) => industry.code)).toEqual(['A', '01', '011', '0111']);
});

test('every one of the 1,971 industries leads up to its own section', () => {
  expect(table.size).toBe(1971);
  for (const industry of table.values())
    expect(industryPath(industry.code, lookup)[0]?.code).toBe(industry.section);
});

test.each([
  ['0111', ['A'], true],
  ['0111', ['02', '011'], true],
  ['0111', ['02'], false],
  ['01', ['0111'], false],
  ['9999', ['A'], false],
])('%s within %j: %s', (code, listed, within) => {
  expect(withinIndustries(code, listed, lookup)).toBe(within);
});
