import { beforeAll, expect, test } from 'vitest';
import { seedPolicy } from '#prisma/seed/policy.ts';
import { seedReferenceTables } from '#prisma/seed/reference.ts';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { type Day, day } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { assessDisbursedLoan } from '~/server/loan/assess-loan.ts';
import { showLoan } from '~/server/loan/show-loan.ts';

freshDatabase();
let parties: Parties;
const platform = system('test');

beforeAll(async () => {
  await withActor(platform, async (tx) => {
    await seedReferenceTables(tx);
    await seedPolicy(tx, new Date());
  });
  parties = await createParties();
  await withActor(platform, async (tx) => {
    await tx.enterprise.update({
      where: { id: parties.enterpriseId },
      data: { regionCode: '440112', industryCode: '3484', industryVersion: 'GB/T 4754-2017' },
    });
    await tx.enterpriseProfile.create({
      data: { enterpriseId: parties.enterpriseId, sizeClass: 'small', updatedAt: new Date() },
    });
  });
});

async function assessedOn(disbursedOn: Day, bank = parties.bankA) {
  const { enterpriseId } = parties;
  const loan = await createLoan({
    enterpriseId,
    institutionId: bank.id,
    disbursedOn,
    principalYuan: 3_000_000,
  });
  await withActor(platform, (tx) => assessDisbursedLoan(tx, platform, loan));
  const shown = await showLoan(bank.officer, loan);
  if (!shown.ok) throw new Error(shown.refusal.code);
  return shown.value.schemes;
}

test('a small Guangzhou firm is covered by the city compensation at 40 % of three million', async () => {
  const schemes = await assessedOn(day('2026-06-01'));
  const guangzhou = schemes.find((s) => s.kind === 'compensation' && s.outcome === 'eligible');
  expect(guangzhou).toMatchObject({ amountFen: '120000000' });
  expect(schemes.filter((s) => s.outcome === 'ineligible').every((s) => s.lines.length > 0)).toBe(true);
});

test('beyond the tables no scheme is in force and nothing is guessed', async () => {
  expect(await assessedOn(day('2035-01-01'))).toMatchObject([{ outcome: 'none-in-force', lines: [] }]);
});
