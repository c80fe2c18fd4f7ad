import {
  allocate,
  type Grant,
  type QueuedClaim,
  type Room,
  type WatchedYear,
} from '~/domain/compensation/allocate.ts';
import { yearOf } from '~/domain/kernel/day.ts';
import { type Fen, fen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import { fuseOf } from '~/domain/policy/compensation.ts';
import type { CompensationRules } from '~/domain/policy/compensation-rules.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { reserve } from '~/server/compensation/hold-money.ts';
import { lessInherited } from '~/server/compensation/inherited-use.ts';
import { limitsOfClaim, openLimits, scopesOf } from '~/server/compensation/limits-of-claim.ts';
import { poolAccount } from '~/server/compensation/open-pool.ts';
import { readInForce } from '~/server/compensation/read-rules.ts';
import { type ClaimRow, changeClaim, findClaim, findQueue } from '~/server/compensation/store.ts';
import { findArrears, findYears, lockPool, moneyIn, type PoolRow } from '~/server/compensation/store-pool.ts';
import { writeClaimStep } from '~/server/compensation/write-claim-step.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';

type Queued = Awaited<ReturnType<typeof findQueue>>[number];

export const fuseKeyOf = (claim: {
  institutionId: string;
  guarantorId?: string | null;
  claimYear: number;
  mode: string;
}): string => `${claim.guarantorId ?? claim.institutionId} ${claim.claimYear} ${claim.mode}`;

/**
 * Shares out what a pool has among the claims that wait for it, in serial order (G7): called whenever a claim comes or
 * goes, money comes in or a hold ends. One share-out of a pool at a time; the holds and all limits are taken in the
 * caller's transaction.
 */
export async function shareOut(tx: Tx, actor: Actor, poolId: string): Promise<void> {
  const pool = await lockPool(tx, poolId);
  const rules = (await readInForce(tx, pool.schemeCode, clock.today())).body;
  const queue = await findQueue(tx, poolId);
  if (queue.length === 0) return;
  const wanted = queue.flatMap((claim) => limitsOfClaim(pool, claim, rules));
  const money = await moneyIn(tx, poolAccount(pool));
  const room: Room = {
    pool: minus(money.balance, money.held),
    limits: await lessInherited(tx, pool, queue, await openLimits(tx, actor, wanted)),
    years: await watchedYears(tx, pool, rules),
    straddling: rules.straddling,
  };
  const grants = allocate(
    queue.map((claim) => asQueued(pool, claim, rules)),
    room,
  );
  for (const grant of grants) {
    const claim = queue.find((each) => each.id === grant.id);
    if (claim) await grantTo(tx, actor, { pool, rules }, claim, grant);
  }
}

const asQueued = (pool: PoolRow, claim: Queued, rules: CompensationRules): QueuedClaim => ({
  id: claim.id,
  determinedOn: dayOfDate(claim.determinedOn),
  enrolledOn: dayOfDate(claim.enrolledOn),
  payable: fen(claim.payableFen),
  paid: claim.paidFen,
  held: fen(claim.holdFen),
  loss: fen(claim.lossFen),
  fuseKey: fuseKeyOf(claim),
  limitKeys: scopesOf(limitsOfClaim(pool, claim, rules)),
});

/**
 * The years of each claimant with their fuse. One that watches what is overdue reads the balances of enrolled loans as they stand today, and
 * holds for the claims of every year.
 */
export async function watchedYears(
  tx: Tx,
  pool: PoolRow,
  rules: CompensationRules,
): Promise<Map<string, WatchedYear>> {
  const watched = new Map<string, WatchedYear>();
  const years = await findYears(tx, pool.id);
  for (const year of years) {
    const rule = fuseOf(rules, year.mode);
    if (rule?.measure === 'loss') watched.set(keyOf(year, year.year), { ...year, rule });
  }
  const modes = (['bank', 'guarantor'] as const).filter((mode) => fuseOf(rules, mode)?.measure === 'overdue');
  if (modes.length === 0) return watched;
  const today = clock.today();
  const first = Math.min(yearOf(today), ...years.map(({ year }) => year));
  for (const arrears of await findArrears(tx, pool.id, today)) {
    const rule = fuseOf(rules, arrears.mode);
    if (rule?.measure !== 'overdue') continue;
    const sums = { lossPaidAndHeld: arrears.overdue, recovered: zeroFen, enrolled: arrears.outstanding };
    for (let year = first; year <= yearOf(today); year += 1)
      watched.set(keyOf(arrears, year), { ...sums, rule });
  }
  return watched;
}

const keyOf = ({ institutionId, mode }: { institutionId: string; mode: string }, claimYear: number) =>
  fuseKeyOf({ institutionId, claimYear, mode });

type Terms = { readonly pool: PoolRow; readonly rules: CompensationRules };

async function grantTo(
  tx: Tx,
  actor: Actor,
  { pool, rules }: Terms,
  claim: Queued,
  grant: Grant,
): Promise<void> {
  if (grant.add > 0n) {
    const amount: Fen = plus(fen(claim.holdFen), grant.add);
    const scopes = scopesOf(limitsOfClaim(pool, claim, rules));
    await reserve(tx, actor, pool, claim, { amount, scopes });
    const facts = { amountFen: amount, restFen: minus(fen(claim.payableFen), plus(claim.paidFen, amount)) };
    await writeClaimStep(tx, actor, { claim, kind: 'held', party: 'system', facts });
  }
  if (grant.waits !== claim.waits) await changeClaim(tx, claim.id, { waits: grant.waits });
}

/** A claim after a share-out: its row as it is now. */
export async function claimNow(tx: Tx, id: string): Promise<ClaimRow> {
  const claim = await findClaim(tx, id);
  if (!claim) throw new Error(`no claim ${id}`);
  return claim;
}

/** What of a hold exceeds what is still owed. */
export const heldBeyond = (claim: ClaimRow, paid: Fen): Fen => {
  const owed = minus(fen(claim.payableFen), paid);
  return claim.holdFen > owed ? minus(fen(claim.holdFen), owed < 0n ? zeroFen : owed) : zeroFen;
};
