import { bySerialKey, type SerialKey } from '~/domain/compensation/serial-key.ts';
import { type Fen, leastFen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import { fuseBlown } from '~/domain/policy/compensation.ts';
import type { FuseRule } from '~/domain/policy/compensation-rules.ts';

/** A claim that is neither settled nor closed, as the queue sees it. */
export type QueuedClaim = SerialKey & {
  /** What the pool owes on it in all. */
  readonly payable: Fen;
  readonly paid: Fen;
  /** Reserved for it now. */
  readonly held: Fen;
  /** The eligible loss: what the fuse counts, once, when the first fen is held or paid. */
  readonly loss: Fen;
  /** The bank (or guarantor) and year that the fuse watches; null where the scheme has no fuse. */
  readonly fuseKey: string | null;
  /** The yearly limit it counts against; null where there is none. */
  readonly limitKey: string | null;
};

export type BankYear = { readonly lossPaidAndHeld: Fen; readonly recovered: Fen; readonly enrolled: Fen };

/** What there is to share out. */
export type Room = {
  /** In the pool and reserved for nobody. */
  readonly pool: Fen;
  /** Left of each yearly limit, holds counted. */
  readonly limits: ReadonlyMap<string, Fen>;
  readonly years: ReadonlyMap<string, BankYear>;
  readonly fuse: FuseRule | null;
  /** What becomes of the claim that the room does not cover: it takes what is there, or waits for the whole. */
  readonly straddling: 'partial' | 'wait';
};

export type Waiting = 'pool' | 'limit' | 'fuse' | 'turn';

export type Grant = {
  readonly id: string;
  /** What is to be reserved on top of what is held. */
  readonly add: Fen;
  /** Why the rest waits; null when all that is owed is reserved. */
  readonly waits: Waiting | null;
};

type Left = {
  pool: Fen;
  readonly limits: Map<string, Fen>;
  readonly years: Map<string, BankYear>;
  /** A pool or a limit whose turn stopped at a claim: nobody behind that claim takes from it. */
  readonly stopped: Set<string>;
  readonly blown: Set<string>;
};

const wholePool = 'pool';
const emptyYear: BankYear = { lossPaidAndHeld: zeroFen, recovered: zeroFen, enrolled: zeroFen };

/** The claim's loss would take the bank's year above the fuse; once blown, the year stays so for all behind. */
function isFused(claim: QueuedClaim, left: Left, rule: FuseRule | null): boolean {
  if (!rule || claim.fuseKey === null || claim.held + claim.paid > 0n) return false;
  if (left.blown.has(claim.fuseKey)) return true;
  const year = left.years.get(claim.fuseKey) ?? emptyYear;
  const counted = { ...year, lossPaidAndHeld: plus(year.lossPaidAndHeld, claim.loss) };
  if (fuseBlown(counted, rule)) {
    left.blown.add(claim.fuseKey);
    return true;
  }
  left.years.set(claim.fuseKey, counted);
  return false;
}

function take(claim: QueuedClaim, want: Fen, left: Left, straddling: Room['straddling']): Grant {
  const { id, limitKey } = claim;
  const limit = limitKey === null ? undefined : left.limits.get(limitKey);
  if (left.stopped.has(wholePool) || (limitKey !== null && left.stopped.has(limitKey)))
    return { id, add: zeroFen, waits: 'turn' };
  const room = leastFen(left.pool, limit ?? left.pool, want);
  const add = room === want || straddling === 'partial' ? room : zeroFen;
  left.pool = minus(left.pool, add);
  if (limitKey !== null && limit !== undefined) left.limits.set(limitKey, minus(limit, add));
  if (add === want) return { id, add, waits: null };
  const isLimit = limit !== undefined && limit < left.pool + add;
  left.stopped.add(isLimit && limitKey !== null ? limitKey : wholePool);
  return { id, add, waits: isLimit ? 'limit' : 'pool' };
}

/**
 * Shares out what a pool has, in serial order whatever the order of arrival (G7, edge case 5). The first claim that the
 * room does not cover stops the line: a smaller one behind it does not slip past. A claim whose bank's year the fuse
 * has cut is deferred and stops nobody else.
 */
export function allocate(claims: readonly QueuedClaim[], room: Room): Grant[] {
  const left: Left = {
    pool: room.pool < 0n ? zeroFen : room.pool,
    limits: new Map(room.limits),
    years: new Map(room.years),
    stopped: new Set(),
    blown: new Set(),
  };
  return [...claims].sort(bySerialKey).map((claim) => {
    const want = minus(claim.payable, plus(claim.paid, claim.held));
    if (want <= 0n) return { id: claim.id, add: zeroFen, waits: null };
    if (isFused(claim, left, room.fuse)) return { id: claim.id, add: zeroFen, waits: 'fuse' };
    return take(claim, want, left, room.straddling);
  });
}
