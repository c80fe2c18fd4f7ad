import { expect, test } from 'vitest';
import { day } from '~/domain/kernel/day.ts';
import type { BatchId, EnterpriseId, FactId, InstitutionId } from '~/domain/kernel/id.ts';
import { type Fact, holdsOn, recordsIn } from './fact.ts';

const arrears: Fact = {
  id: 'f' as FactId,
  enterpriseId: 'e' as EnterpriseId,
  item: 'tax.arrears',
  occurredOn: day('2026-03-01'),
  precision: 'day',
  endedOn: day('2026-05-01'),
  amount: null,
  quantity: null,
  category: null,
  knownAt: new Date('2026-03-02T00:00:00Z'),
  batchId: 'b' as BatchId,
  providerId: 'p' as InstitutionId,
};

test.each([
  ['2026-02-28', false],
  ['2026-03-01', true],
  ['2026-04-30', true],
  ['2026-05-01', false],
])('arrears paid on 1 May hold on %s: %s', (on, holds) => {
  expect(holdsOn(arrears, day(on))).toBe(holds);
});

test('an unknown beginning counts as begun, an unknown end as lasting', () => {
  expect(holdsOn({ ...arrears, occurredOn: null, endedOn: null }, day('2000-01-01'))).toBe(true);
});

test('a row stands for as many records as it counts, else for one', () => {
  expect(recordsIn(arrears)).toBe(1);
  expect(recordsIn({ ...arrears, quantity: 3 })).toBe(3);
});
