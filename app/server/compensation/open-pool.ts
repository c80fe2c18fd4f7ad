import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, zeroFen } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { accountCode } from '~/domain/ledger/account.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { accountOf } from '~/server/compensation/pool-accounts.ts';
import { addPool } from '~/server/compensation/store-pool.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { postTransfer } from '~/server/ledger/post-transfer.ts';

export type NewPool = {
  readonly id: string;
  readonly code: string;
  readonly schemeCode: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly portfolio?: string;
};

/** Opens a pool with its account, which may never fall below zero. Opening it again changes nothing. */
export async function openPool(tx: Tx, pool: NewPool): Promise<void> {
  await addPool(tx, { ...pool, portfolio: pool.portfolio ?? null, openedOn: dateOfDay(clock.today()) });
  await accountOf(tx, pool, 'pool');
}

export type Funding = {
  readonly key: string;
  /** A treasury by its name in the scheme (province, city), or interest that the money earned (封闭运行). */
  readonly from: { readonly kind: 'treasury'; readonly payer: string } | { readonly kind: 'interest' };
  readonly amount: Fen;
  readonly on: Day;
};

/** Money that enters a pool. The same key brings it once. */
export async function fundPool(tx: Tx, actor: Actor, pool: NewPool, funding: Funding): Promise<void> {
  if (funding.amount <= zeroFen) return;
  const { from } = funding;
  const source =
    from.kind === 'treasury'
      ? await accountOf(tx, pool, 'treasury', from.payer)
      : await accountOf(tx, pool, 'interest');
  const leg = { from: source, to: await accountOf(tx, pool, 'pool'), amount: funding.amount };
  const kind = from.kind === 'treasury' ? 'compensation.funded' : 'compensation.interest';
  insist(await postTransfer(tx, actor, { key: funding.key, kind, effectiveOn: funding.on, legs: [leg] }));
}

/** The code of a pool's own account. */
export const poolAccount = (pool: { readonly code: string }): string => accountCode('pool', pool.code);
