import { seedId } from '#prisma/seed/seed-id.ts';
import { addDays, addMonths, type Day } from '~/domain/kernel/day.ts';
import { wan, yuan } from '~/domain/kernel/money.ts';
import { system } from '~/server/access/actor.ts';
import { fundPool, openPool } from '~/server/compensation/open-pool.ts';
import { findPoolByCode } from '~/server/compensation/store-pool.ts';
import type { Tx } from '~/server/db/client.ts';

const actor = system('seed.pools');

/** The demo province's pool under the Guangzhou scheme: money of city and districts, and the interest it earned. */
export const demoPool = {
  id: seedId('compensation-pool', 'guangzhou') as string,
  code: 'guangzhou',
  schemeCode: 'guangzhou-compensation',
  nameZh: '广州市普惠贷款风险补偿资金池',
  nameEn: 'Guangzhou risk-compensation pool',
};

/** Opens and fills the pool before the first loan of the province is disbursed; once filled it is left alone. */
export async function seedPools(tx: Tx, today: Day): Promise<void> {
  if (await findPoolByCode(tx, demoPool.code)) return;
  await openPool(tx, demoPool);
  const from = addDays(today, -200);
  const put = (payer: string, amount: ReturnType<typeof wan>) =>
    fundPool(tx, actor, demoPool, {
      ...{ key: `seed:pool:${payer}`, from: { kind: 'treasury', payer } as const, amount, on: from },
    });
  await put('city', wan(500));
  await put('district', wan(250));
  for (const months of [3, 6])
    await fundPool(tx, actor, demoPool, {
      ...{
        key: `seed:pool:interest:${months}`,
        from: { kind: 'interest' } as const,
        on: addMonths(today, months - 6),
      },
      amount: yuan(13_125 + 375 * months),
    });
}
