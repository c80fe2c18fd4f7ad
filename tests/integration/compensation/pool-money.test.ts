import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import {
  aCausePool,
  aLostLoan,
  aPool,
  claimOn,
  createFund,
  enrolMore,
  type Fund,
} from '#tests/factories/compensation.ts';
import { addDays } from '~/domain/kernel/day.ts';
import { wan, yuan, zeroFen } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { addPoolMoney } from '~/server/compensation/add-pool-money.ts';
import { openNewPool } from '~/server/compensation/open-new-pool.ts';
import { readInForce } from '~/server/compensation/read-rules.ts';
import { shareOut } from '~/server/compensation/share-out.ts';
import { listPools, showPool } from '~/server/compensation/show-pool.ts';
import { findClaim } from '~/server/compensation/store.ts';
import { withActor } from '~/server/db/with-actor.ts';

freshDatabase();
const platform = system('test');
const today = clock.today();
let fund: Fund;

beforeAll(async () => {
  fund = await createFund(yuan(1_000));
  await enrolMore(fund.bankA, 5_000_000);
});

const money = { from: 'city', amount: yuan(10_000), receivedOn: today, reference: '穗财〔2026〕1号' };

test('money that comes in is booked once, by a source that may pay, and wakes who waits', async () => {
  const claim = await claimOn(fund.bankA, { principalYuan: 10_000 });
  const now = () => withActor(platform, (tx) => findClaim(tx, claim));
  expect(await now()).toMatchObject({ state: 'held', waits: 'pool', holdFen: yuan(1_000) });
  const bad = [
    [{ from: 'moon' }, 'compensation.no-payer'],
    [{ amount: zeroFen }, 'compensation.fund-nothing'],
    [{ receivedOn: addDays(today, 1) }, 'compensation.fund-date'],
  ] as const;
  for (const [over, code] of bad)
    expect(await addPoolMoney(fund.maker, aPool.id, { ...money, ...over })).toMatchObject({
      refusal: { code },
    });
  insist(await addPoolMoney(fund.maker, aPool.id, money));
  insist(await addPoolMoney(fund.maker, aPool.id, money));
  insist(await addPoolMoney(fund.maker, aPool.id, { ...money, from: 'interest', amount: yuan(5) }));
  await withActor(platform, (tx) => shareOut(tx, platform, aPool.id));
  expect(await now()).toMatchObject({ waits: null, holdFen: yuan(4_000) });
  const pool = insist(await showPool(fund.maker, aPool.id, { tab: 'open', page: 0 }));
  expect(pool).toMatchObject({ balanceFen: String(yuan(11_005)), interestFen: String(yuan(5)) });
});

/** The scheme of the pool as it will be from tomorrow: no fuse, a claim waits whole, and the pool holds 10,000 yuan at most. */
const publishNext = () =>
  withActor(platform, async (tx) => {
    const code = aPool.schemeCode;
    const shipped = await tx.policyVersion.findFirstOrThrow({ where: { code, version: 1 } });
    const next = { fuse: null, straddling: 'wait', pool: { leverage: null, maxWan: 1, sources: [] } };
    await tx.policyVersion.create({
      data: {
        ...{ ...shipped, version: 2, validFrom: new Date(addDays(today, 1)) },
        ...{ body: { ...(shipped.body as object), ...next }, examples: shipped.examples as object },
      },
    });
  });

test('a version that is published and not yet in force decides nothing, and everything from its first day', async () => {
  await publishNext();
  const versionOn = (on: typeof today) =>
    withActor(platform, async (tx) => (await readInForce(tx, aPool.schemeCode, on)).version);
  expect([await versionOn(today), await versionOn(addDays(today, 1))]).toEqual([1, 2]);
  const pool = insist(await showPool(fund.maker, aPool.id, { tab: 'open', page: 0 }));
  expect(pool.straddling).toBe('partial');
  expect(pool.fuses.length).toBeGreaterThan(0);
  insist(await addPoolMoney(fund.maker, aPool.id, { ...money, reference: 'above the next maximum' }));
  const claim = await claimOn(fund.bankA, { principalYuan: 50_000 });
  const now = await withActor(platform, (tx) => findClaim(tx, claim));
  expect(now).toMatchObject({ payableFen: yuan(20_000), holdFen: yuan(17_005), waits: 'pool' });
});

test('a pool is opened for a scheme in force that has none, and holds no more than its scheme allows', async () => {
  const wish = { schemeCode: 'qingyuan-compensation', nameZh: '清远资金池', nameEn: 'Qingyuan pool' };
  const before = (await listPools(fund.maker)).schemes.map(({ code }) => code);
  expect(before).toContain('qingyuan-compensation');
  expect(before).not.toContain('guangzhou-compensation');
  const id = insist(await openNewPool(fund.maker, wish));
  expect(await openNewPool(fund.maker, wish)).toMatchObject({ refusal: { code: 'compensation.no-scheme' } });
  insist(await addPoolMoney(fund.maker, id, { ...money, amount: wan(19_999) }));
  expect(await addPoolMoney(fund.maker, id, { ...money, amount: wan(2), reference: 'second' })).toMatchObject(
    { refusal: { code: 'compensation.pool-too-large', leftFen: wan(1) } },
  );
});

test('lending beyond ten times the pool is not enrolled, and the bank hears of it', async () => {
  await aLostLoan(fund.bankB, { pool: aCausePool, principalYuan: 10_000 });
  await expect(aLostLoan(fund.bankB, { pool: aCausePool, principalYuan: 1_000 })).rejects.toThrow(
    'not enrolled',
  );
  const told = await withActor(platform, (tx) =>
    tx.notification.count({ where: { kind: 'compensation.not-enrolled' } }),
  );
  expect(told).toBe(1);
});
