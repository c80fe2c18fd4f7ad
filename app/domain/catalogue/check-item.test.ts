import { describe, expect, it } from 'vitest';
import { day } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { checkItem, type ItemContent } from './check-item.ts';
import { diffItems } from './diff-items.ts';
import type { Item } from './item.ts';
import { suppliedBy } from './never-ask-twice.ts';

const base: ItemContent = {
  code: 'tax.refund',
  classCode: 'tax',
  className: { zh: '税务', en: 'Tax' },
  name: { zh: '退税', en: 'Tax refund' },
  subject: 'enterprise',
  mode: 'physical',
  sensitivity: 'consent',
  ceiling: 'raw',
  level: 'province',
  period: 'event',
  freshDays: 30,
  polarity: 'neutral',
  lasting: false,
  amount: null,
  quantity: null,
  categories: [],
  bands: null,
  answers: [],
  retentionYears: null,
  retentionStart: null,
};
const asItem = (content: Partial<ItemContent>): Item => ({
  ...base,
  ...content,
  version: 1,
  providerId: 'p' as InstitutionId,
  providerCode: 'market',
  providerName: { zh: '市监', en: 'Market' },
});
const register = asItem({
  code: 'registration.profile',
  sensitivity: 'public',
  answers: ['firm.name', 'firm.region'],
});
const figures = asItem({ code: 'registration.annual-figures', answers: ['firm.revenue'] });
const catalogue = new Map([register, figures].map((item) => [item.code, item]));
const span = { validFrom: day('2026-11-27'), today: day('2026-11-27') };
const check = (more: Partial<ItemContent>, when = span) => checkItem({ ...base, ...more }, catalogue, when);

const counted = { quantity: { unit: 'person', zh: '人数', en: 'staff' } } as const;

describe('a version of an item', () => {
  it('may answer in bands that rise', () => {
    expect(check({ ...counted, bands: { of: 'quantity', edges: ['10', '50'] } })).toMatchObject({ ok: true });
  });

  it('may stand when it says nothing against the rules', () => {
    expect(check({})).toMatchObject({ ok: true });
  });

  it.each<[string, Partial<ItemContent>, string]>([
    [
      'only verified, yet yields figures',
      { mode: 'verify', ceiling: 'aggregate' },
      'catalogue.verified-only-answers',
    ],
    ['verify-only, yet yields records', { sensitivity: 'verify-only' }, 'catalogue.verified-only-answers'],
    ['of persons without their consent', { subject: 'natural-person' }, 'catalogue.person-is-personal'],
    ['of firms with a person’s consent', { sensitivity: 'personal' }, 'catalogue.person-is-personal'],
    ['half a retention', { retentionYears: 5 }, 'catalogue.retention-half'],
    [
      'a category twice',
      {
        categories: [
          { code: 'a', zh: '甲', en: 'A' },
          { code: 'a', zh: '乙', en: 'B' },
        ],
      },
      'catalogue.category-twice',
    ],
    [
      'bands of an amount it has not',
      { amount: null, bands: { of: 'amount', edges: ['1'] } },
      'catalogue.bands-of-nothing',
    ],
    [
      'bands that do not rise',
      { ...counted, bands: { of: 'quantity', edges: ['9', '9'] } },
      'catalogue.bands-rise',
    ],
    [
      'a band from nought',
      { ...counted, bands: { of: 'quantity', edges: ['0', '9'] } },
      'catalogue.bands-rise',
    ],
    ['what the same level shares', { answers: ['firm.revenue'] }, 'catalogue.shared-already'],
    ['what a higher level shares', { level: 'city', answers: ['firm.region'] }, 'catalogue.shared-already'],
  ])('is refused: %s', (_, more, code) => {
    expect(check(more)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('may supply at a higher level what a lower one supplies, and what nobody does', () => {
    expect(check({ level: 'centre', answers: ['firm.region', 'firm.assets'] })).toMatchObject({ ok: true });
  });

  it('does not begin before today', () => {
    const past = { validFrom: day('2026-11-26'), today: day('2026-11-27') };
    expect(check({}, past)).toMatchObject({ refusal: { code: 'catalogue.starts-in-past' } });
  });
});

it('a form asks only for what no public item supplies', () => {
  const all = [...catalogue.values()];
  expect(suppliedBy(all, 'firm.name')).toBe('registration.profile');
  expect(suppliedBy(all, 'firm.revenue')).toBeNull();
  expect(suppliedBy(all, 'firm.staff')).toBeNull();
});

it('two versions differ where they say different things, whatever the order of their properties', () => {
  const { code, ...rest } = base;
  expect(diffItems(base, { ...rest, code })).toEqual([]);
  expect(diffItems(base, { ...base, ceiling: 'aggregate', retentionYears: 5 })).toEqual([
    { field: 'ceiling', before: '"raw"', after: '"aggregate"' },
    { field: 'retentionYears', before: null, after: '5' },
  ]);
});
