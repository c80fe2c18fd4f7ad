import { expect, test } from 'vitest';
import services from '#prisma/seed/policy/schemes/services-subsidy-2026.json' with { type: 'json' };
import { day } from '~/domain/kernel/day.ts';
import { wan } from '~/domain/kernel/money.ts';
import type { Borrower } from '~/domain/policy/loan-facts.ts';
import type { SubsidyScheme } from '~/domain/policy/scheme.ts';
import { subsidyRooms } from './subsidy-room.ts';

const schemes = [services as unknown as SubsidyScheme];
const cap = wan(services.body.principalCapWan);
const caterer: Borrower = {
  regionPath: ['640000'],
  industryPath: ['H', '62', '621'],
  size: 'micro',
  kind: 'company',
  lists: [],
};
const need = { purpose: 'working-capital' } as const;
const left = (used: bigint, borrower = caterer, on = day('2026-11-27')) =>
  subsidyRooms({ schemes, borrower, capUsed: { [services.code]: used as never } }, need, on).map(
    (r) => r.left,
  );

test('the room is the cap less what loans at all banks use, and never below nothing', () => {
  expect(left(0n)).toEqual([cap]);
  expect(left(wan(300))).toEqual([cap - wan(300)]);
  expect(left(cap + 1n)).toEqual([0n]);
});

test('a scheme that does not cover the firm, or whose days to draw are over, leaves no room to speak of', () => {
  expect(left(0n, { ...caterer, industryPath: ['C', '14', '141'] })).toEqual([]);
  expect(left(0n, caterer, day('2035-01-01'))).toEqual([]);
});
