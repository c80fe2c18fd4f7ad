import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Day } from '~/domain/kernel/day.ts';
import { day } from '~/domain/kernel/day.ts';
import { percent } from '~/domain/kernel/rate.ts';
import { repricingDays } from './repricing.ts';
import {
  type BorrowerSize,
  mostExtension,
  renewalQualifies,
  type ServicingRules,
} from './servicing-rules.ts';

const versions: {
  body: ServicingRules;
  examples: { name: string; size: BorrowerSize; maturityOn: Day; qualifies: boolean }[];
}[] = JSON.parse(
  readFileSync(new URL('../../../prisma/seed/policy/servicing.json', import.meta.url), 'utf8'),
);
const policy = versions.at(-1) as (typeof versions)[number];

test.each(policy.examples)('$name', ({ size, maturityOn, qualifies }) => {
  expect(renewalQualifies(size, maturityOn, policy.body)).toBe(qualifies);
});

test.each([
  [12, 12],
  [36, 18],
  [120, 36],
])('a loan of %i months may be extended by %i', (term, most) => {
  expect(mostExtension(term, policy.body)).toBe(most);
});

test('a floating loan reprices on its contract date, not on the day of a publication', () => {
  const terms = { contractOn: day('2024-02-29'), months: 12, spread: percent('0.5') };
  expect(repricingDays(terms, day('2024-03-01'), day('2026-06-01'))).toEqual(['2025-02-28', '2026-02-28']);
  expect(repricingDays({ ...terms, months: 3 }, day('2024-05-30'), day('2024-11-29'))).toEqual([
    '2024-08-29',
    '2024-11-29',
  ]);
});
