import { type Fen, greatestFen, leastFen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import type { FuseRule } from '~/domain/policy/compensation-rules.ts';
import { type FuseYear, isFuseBlown } from '~/domain/policy/fuse.ts';
import { compareClaims, type QueuedClaim as Turn } from '~/domain/policy/waterfall.ts';

/** A claim that is neither settled nor closed, as the queue sees it. */
export type QueuedClaim = Turn & {
  /** What the pool owes on it in all. */
  readonly payable: Fen;
  readonly paid: Fen;
  /** Reserved for it now. */
  readonly held: Fen;
  /** The eligible loss: what the fuse counts, once, when the first fen is held or paid. */
  readonly loss: Fen;
  /** The bank (or guarantor) and year that the fuse watches; null where the scheme has no fuse. */
  readonly fuseKey: string | null;
  /** The yearly limits it counts against. */
  readonly limitKeys: readonly string[];
};

/** The year of one bank (or of the guarantors) with the fuse that watches it. */
export type WatchedYear = FuseYear & { readonly rule: FuseRule };

/** What there is to share out. */
export type Room = {
  /** In the pool and reserved for nobody. */
  readonly pool: Fen;
  /** Left of each yearly limit, holds counted. */
  readonly limits: ReadonlyMap<string, Fen>;
  readonly years: ReadonlyMap<string, WatchedYear>;
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
  readonly years: Map<string, WatchedYear>;
  /** A pool or a limit whose turn stopped at a claim: nobody behind that claim takes from it. */
  readonly stopped: Set<string>;
  readonly blown: Set<string>;
};

const wholePool = 'pool';

/** The claim's loss would take the bank's year above the fuse; once blown, the year stays so for all behind. */
function isFused(claim: QueuedClaim, left: Left): boolean {
  const { fuseKey } = claim;
  const year = fuseKey === null ? undefined : left.years.get(fuseKey);
  if (fuseKey === null || !year || claim.held + claim.paid > 0n) return false;
  if (left.blown.has(fuseKey)) return true;
  // What is overdue holds the loan that was lost already.
  const more = year.rule.measure === 'overdue' ? zeroFen : claim.loss;
  const counted = { ...year, lossPaidAndHeld: plus(year.lossPaidAndHeld, more) };
  if (isFuseBlown(counted, year.rule)) {
    left.blown.add(fuseKey);
    return true;
  }
  left.years.set(fuseKey, counted);
  return false;
}

/** The least that the limits of a claim leave, and which one it is. */
function tightest(claim: QueuedClaim, left: Left): { key: string; room: Fen } | null {
  const limits = claim.limitKeys.flatMap((key) => {
    const room = left.limits.get(key);
    return room === undefined ? [] : [{ key, room: greatestFen(zeroFen, room) }];
  });
  return limits.reduce<{ key: string; room: Fen } | null>(
    (least, each) => (least === null || each.room < least.room ? each : least),
    null,
  );
}

function take(claim: QueuedClaim, want: Fen, left: Left, straddling: Room['straddling']): Grant {
  const { id, limitKeys } = claim;
  if (left.stopped.has(wholePool) || limitKeys.some((key) => left.stopped.has(key)))
    return { id, add: zeroFen, waits: 'turn' };
  const limit = tightest(claim, left);
  const isLimit = limit !== null && limit.room < left.pool;
  const room = leastFen(want, limit?.room ?? want, left.pool);
  const add = room === want || straddling === 'partial' ? room : zeroFen;
  left.pool = minus(left.pool, add);
  for (const key of limitKeys) {
    const rest = left.limits.get(key);
    if (rest !== undefined) left.limits.set(key, minus(rest, add));
  }
  if (add === want) return { id, add, waits: null };
  left.stopped.add(isLimit ? limit.key : wholePool);
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
  return [...claims].sort(compareClaims).map((claim) => {
    const want = minus(claim.payable, plus(claim.paid, claim.held));
    if (want <= 0n) return { id: claim.id, add: zeroFen, waits: null };
    if (isFused(claim, left)) return { id: claim.id, add: zeroFen, waits: 'fuse' };
    return take(claim, want, left, room.straddling);
  });
}
