import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReference } from '#prisma/seed/read-csv.ts';
import { fen, wan } from '~/domain/kernel/money.ts';
import { classifySize, type SizeFacts, type SizeTable, sizeIndustryOf } from './size.ts';

type Example = {
  name: string;
  industryPath: string[];
  facts: { employees?: number; revenueWan?: number; assetsWan?: number };
  class: string;
};
const document: { body: SizeTable; examples: Example[] } = JSON.parse(
  readFileSync(new URL('../../../prisma/seed/policy/sme-size.json', import.meta.url), 'utf8'),
);
const table = document.body;

const facts = (of: Example['facts']): SizeFacts => ({
  employees: of.employees ?? null,
  revenue: of.revenueWan === undefined ? null : wan(of.revenueWan),
  assets: of.assetsWan === undefined ? null : wan(of.assetsWan),
});

test.each(document.examples)('$name', (example) => {
  expect(classifySize(example.industryPath, facts(example.facts), table).class).toBe(example.class);
});

describe('the standard as published', () => {
  const rows = readReference('sme_size_2011_300.csv');

  test('every row of every size agrees with the table', () => {
    expect(rows).toHaveLength(64);
    for (const row of rows) {
      const industry = table.industries.find((i) => i.zh === row.industry_zh);
      const size = row.size === 'micro' ? 'small' : (row.size as 'large' | 'medium' | 'small');
      const floor = (text: string | undefined) => (text ? Number(text) : undefined);
      expect(industry?.floors.employees?.[size], row.industry_zh).toBe(floor(row.employees));
      expect(industry?.floors.revenueWan?.[size], row.industry_zh).toBe(floor(row.revenue_wan_yuan));
      expect(industry?.floors.assetsWan?.[size], row.industry_zh).toBe(floor(row.assets_wan_yuan));
    }
  });
});

test.each([
  [['G', '53', '532', '5320'], null],
  [['G', '59', '591', '5910'], 'transport'],
  [['G', '59', '592', '5920'], 'storage'],
  [['K', '70', '701', '7010'], 'real-estate-development'],
  [['K', '70', '703', '7030'], 'other'],
  [['L', '72', '725', '7251'], 'leasing-business-services'],
  [['J', '66'], null],
  [[], null],
])('%j is graded as %s', (path, code) => {
  expect(sizeIndustryOf(path, table)?.code ?? null).toBe(code);
});

test('an uncovered industry and a missing figure say why', () => {
  expect(classifySize(['J', '66'], facts({ employees: 10 }), table)).toMatchObject({
    because: 'industry-not-covered',
  });
  expect(classifySize(['E', '47'], facts({ revenueWan: 90000 }), table)).toEqual({
    class: 'undetermined',
    because: 'figures-missing',
    missing: ['assetsWan'],
  });
});

test('a fen below the floor is below the floor', () => {
  const path = ['A', '01'];
  expect(classifySize(path, { employees: null, revenue: wan(50), assets: null }, table).class).toBe('small');
  expect(classifySize(path, { employees: null, revenue: fen(49_999_999n), assets: null }, table).class).toBe(
    'micro',
  );
});

test('growing never makes a firm smaller', () => {
  const order = ['micro', 'small', 'medium', 'large'];
  const figure = fc.nat(300_000);
  fc.assert(
    fc.property(
      fc.constantFrom(...table.industries),
      figure,
      figure,
      figure,
      figure,
      (industry, x, y, z, more) => {
        const size = (by: number) =>
          classifySize(
            industry.industryCodes.slice(0, 1),
            facts({ employees: x + by, revenueWan: y + by, assetsWan: z + by }),
            table,
          );
        expect(order.indexOf(size(more).class)).toBeGreaterThanOrEqual(order.indexOf(size(0).class));
      },
    ),
  );
});
