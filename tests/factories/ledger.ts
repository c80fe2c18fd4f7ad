import { randomUUID } from 'node:crypto';
import { type Day, day } from '~/domain/kernel/day.ts';
import { type Fen, fen } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type AccountId, type AccountKind, accountCode } from '~/domain/ledger/account.ts';
import type { LimitScope } from '~/domain/ledger/limit.ts';
import type { Leg, Transfer } from '~/domain/ledger/transfer.ts';
import { system } from '~/server/access/actor.ts';
import type { Reader } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { openAccount } from '~/server/ledger/open-account.ts';
import { postTransfer } from '~/server/ledger/post-transfer.ts';
import { setLimit } from '~/server/ledger/set-limit.ts';

export const keeper = system('test.ledger');

/** An account of nobody in particular; a pool may not fall below zero. */
export async function anAccount(
  tx: Reader,
  kind: AccountKind,
  name: string = randomUUID(),
): Promise<AccountId> {
  const named = { code: accountCode(kind, name), nameZh: `账户${name}`, nameEn: `Account ${name}` };
  const owners = { schemeCode: null, enterpriseId: null, institutionId: null };
  return insist(await openAccount(tx, { ...named, ...owners, kind, floor: kind === 'pool' ? fen(0) : null }));
}

export const aLimit = async (tx: Reader, scope: string, ceiling: Fen | null): Promise<LimitScope> => {
  const limit = { scope: scope as LimitScope, ceiling, enterpriseId: null, institutionId: null };
  insist(await setLimit(tx, keeper, limit));
  return limit.scope;
};

export const aDay: Day = day('2026-11-20');

export const aTransfer = (leg: Leg, rest: Partial<Transfer> = {}): Transfer => ({
  key: randomUUID(),
  kind: 'test.moved',
  effectiveOn: aDay,
  legs: [leg],
  ...rest,
});

/** A pool with money in it, the treasury that gave it and a bank that may receive. */
export const aFundedPool = (amount: Fen) =>
  withActor(keeper, async (tx) => {
    const treasury = await anAccount(tx, 'treasury');
    const pool = await anAccount(tx, 'pool');
    const bank = await anAccount(tx, 'bank');
    if (amount > 0n) insist(await postTransfer(tx, keeper, aTransfer({ from: treasury, to: pool, amount })));
    return { treasury, pool, bank };
  });
