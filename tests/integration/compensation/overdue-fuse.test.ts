import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { aLostLoan, aPool, createFund, enrolMore } from '#tests/factories/compensation.ts';
import { yearOf } from '~/domain/kernel/day.ts';
import { yuan } from '~/domain/kernel/money.ts';
import { isFuseBlown } from '~/domain/policy/fuse.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { fuseKeyOf, watchedYears } from '~/server/compensation/share-out.ts';
import { lockPool } from '~/server/compensation/store-pool.ts';
import { withActor } from '~/server/db/with-actor.ts';

freshDatabase();
const platform = system('test');
const today = clock.today();

test('a fuse on what is overdue reads the balances of the day, for the claims of any year', async () => {
  const fund = await createFund(yuan(100_000));
  await enrolMore(fund.bankB, 5_000_000);
  const rules = {
    fuse: { sharePpm: 50_000, basis: 'gross', measure: 'overdue', trigger: 'reached' },
  } as never;
  const watched = async () => {
    const pool = await withActor(platform, (tx) => lockPool(tx, aPool.id));
    const years = await withActor(platform, (tx) => watchedYears(tx, pool, rules));
    const key = fuseKeyOf({ institutionId: fund.bankB.id, claimYear: yearOf(today), mode: 'bank' });
    return years.get(key) ?? expect.fail('no year');
  };
  const before = await watched();
  expect(before.lossPaidAndHeld).toBe(before.enrolled);
  expect(isFuseBlown(before, before.rule)).toBe(true);
  // Every loan pays up but for one of 100,000 yuan; then the fuse lets claims through again.
  await aLostLoan(fund.bankB, { principalYuan: 100_000 });
  await withActor(platform, async (tx) => {
    const loans = await tx.loan.findMany({
      where: { institutionId: fund.bankB.id, principalFen: { gt: yuan(100_000) } },
    });
    await tx.loanClass.createMany({
      data: loans.map((loan) => ({
        ...{ enterpriseId: loan.enterpriseId, loanId: loan.id, institutionId: loan.institutionId },
        ...{
          asOf: new Date(today),
          tier: 'normal',
          dpd: 0,
          because: [],
          recordedAt: new Date(Date.now() + 1_000),
        },
      })),
    });
  });
  const after = await watched();
  expect(isFuseBlown(after, after.rule)).toBe(false);
  expect(after.lossPaidAndHeld % yuan(100_000)).toBe(0n);
  expect(after.enrolled).toBe(before.enrolled + yuan(100_000));
});
