import { randomUUID } from 'node:crypto';
import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, minus, wan } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { PostRefusal } from '~/domain/ledger/refusal.ts';
import { payersOf } from '~/domain/subsidy/payers.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { poolAccount } from '~/server/compensation/open-pool.ts';
import { accountOf } from '~/server/compensation/pool-accounts.ts';
import { readInForce } from '~/server/compensation/read-rules.ts';
import { findPool, lockPool, moneyIn, type PoolRow } from '~/server/compensation/store-pool.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { postTransfer } from '~/server/ledger/post-transfer.ts';

/** Interest that the pool's account earned rolls into it (封闭运行). */
export const interest = 'interest';

type MoneyIn = {
  /** A payer of the pool, or `interest`. */
  readonly from: string;
  readonly amount: Fen;
  readonly receivedOn: Day;
  /** Number of the payment: the same number of a payer is booked once. */
  readonly reference: string;
};

export type MoneyInRefusal =
  | PostRefusal
  | { readonly code: 'compensation.not-found' }
  | { readonly code: 'compensation.no-payer'; readonly field: 'from' }
  | { readonly code: 'compensation.fund-nothing'; readonly field: 'amount' }
  | { readonly code: 'compensation.fund-date'; readonly field: 'receivedOn' }
  | { readonly code: 'compensation.pool-too-large'; readonly field: 'amount'; readonly leftFen: Fen };

/** Who may fill a pool: the sources that its scheme names, else any level of government. */
export async function payersOfPool(tx: Tx, pool: Pick<PoolRow, 'schemeCode'>): Promise<string[]> {
  const { pool: rules, alongside } = (await readInForce(tx, pool.schemeCode, clock.today())).body;
  const named = (rules?.sources ?? []).map(({ payer }) => payer);
  return named.length > 0 ? named : payersOf([], ['province', 'city', 'district', ...alongside]);
}

/** Books money that came into a pool (拨付, 利息滚入), within the size that its scheme allows; whoever waits is looked at again. */
export function addPoolMoney(
  actor: Actor,
  poolId: string,
  paid: MoneyIn,
): Promise<Result<null, MoneyInRefusal>> {
  asPerson(actor);
  return withActor(actor, async (tx) => {
    const pool = await findPool(tx, poolId);
    if (!pool || pool.portfolio !== null) return refuse({ code: 'compensation.not-found' });
    await lockPool(tx, poolId);
    const possible = await checkMoney(tx, pool, paid);
    if (!possible.ok) return possible;
    const posted = await postMoney(tx, actor, pool, paid);
    if (!posted.ok) return posted;
    const detail = { pool: pool.code, from: paid.from, amountFen: paid.amount, reference: paid.reference };
    const jobs = [{ name: 'compensation.share-out' as const, payload: { poolId, ref: randomUUID() } }];
    await recordChange(tx, actor, {
      kind: 'compensation.pool-funded',
      subjectId: poolId,
      payload: detail,
      jobs,
    });
    await appendAudit(tx, actor, { action: 'compensation.pool-funded', detail });
    return accept(null);
  });
}

async function checkMoney(tx: Tx, pool: PoolRow, paid: MoneyIn): Promise<Result<null, MoneyInRefusal>> {
  if (paid.from !== interest && !(await payersOfPool(tx, pool)).includes(paid.from))
    return refuse({ code: 'compensation.no-payer', field: 'from' });
  if (paid.amount <= 0n) return refuse({ code: 'compensation.fund-nothing', field: 'amount' });
  if (paid.receivedOn > clock.today()) return refuse({ code: 'compensation.fund-date', field: 'receivedOn' });
  const most = (await readInForce(tx, pool.schemeCode, clock.today())).body.pool?.maxWan ?? null;
  const leftFen = most === null ? null : minus(wan(most), (await moneyIn(tx, poolAccount(pool))).balance);
  if (leftFen !== null && paid.amount > leftFen && paid.from !== interest)
    return refuse({ code: 'compensation.pool-too-large', field: 'amount', leftFen });
  return accept(null);
}

async function postMoney(tx: Tx, actor: Actor, pool: PoolRow, paid: MoneyIn) {
  const isInterest = paid.from === interest;
  const from = isInterest
    ? await accountOf(tx, pool, 'interest')
    : await accountOf(tx, pool, 'treasury', paid.from);
  return postTransfer(tx, actor, {
    key: `pool-${pool.code}-${paid.from}-${paid.reference}`,
    kind: isInterest ? 'compensation.interest' : 'compensation.funded',
    effectiveOn: paid.receivedOn,
    legs: [{ from, to: await accountOf(tx, pool, 'pool'), amount: paid.amount }],
    about: { memo: paid.reference },
  });
}
