import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { sha256 } from '~/domain/kernel/hash.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { database } from '~/server/db/client.ts';

/**
 * Handling of failed sign-ins (GB/T 22239-2019 8.1.4.1 b): the standard asks for a limit, the figures are ours.
 * `login` counts by sign-in name whether an account of that name exists or not, so a lock tells a stranger nothing.
 */
export const attemptLimits = {
  login: { points: 5, minutes: 15 },
  address: { points: 30, minutes: 15 },
  password: { points: 5, minutes: 15 },
  registration: { points: 20, minutes: 60 },
  invitation: { points: 30, minutes: 15 },
  identity: { points: 8, minutes: 30 },
} as const;

export type AttemptKind = keyof typeof attemptLimits;
export type TooMany = {
  readonly code: 'access.too-many';
  readonly kind: AttemptKind;
  readonly minutes: number;
  /** Whether this very attempt went over the limit: the moment worth a line in the log. */
  readonly justLocked: boolean;
};

const limiters = new WeakMap<Pool, Map<AttemptKind, RateLimiterPostgres>>();

function limiterOf(kind: AttemptKind): RateLimiterPostgres {
  const { pool } = database();
  const ofPool = limiters.get(pool) ?? new Map<AttemptKind, RateLimiterPostgres>();
  limiters.set(pool, ofPool);
  const known = ofPool.get(kind);
  if (known) return known;
  const { points, minutes } = attemptLimits[kind];
  const made = new RateLimiterPostgres({
    storeClient: pool,
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: kind,
    points,
    duration: minutes * 60,
    blockDuration: minutes * 60,
  });
  ofPool.set(kind, made);
  return made;
}

const keyOf = (subject: string) => sha256(subject).slice(0, 32);

/** Counts one attempt before it is made; refused once the limit of its window is used up. */
export async function takeAttempt(kind: AttemptKind, subject: string): Promise<Result<null, TooMany>> {
  const { points } = attemptLimits[kind];
  try {
    await limiterOf(kind).consume(keyOf(subject));
    return accept(null);
  } catch (over) {
    if (!(over instanceof RateLimiterRes)) throw over;
    const minutes = Math.max(1, Math.ceil(over.msBeforeNext / 60_000));
    return refuse({ code: 'access.too-many', kind, minutes, justLocked: over.consumedPoints === points + 1 });
  }
}

/** Takes back one attempt that turned out to be rightful, so that only failures count. */
export async function giveBackAttempt(kind: AttemptKind, subject: string): Promise<void> {
  await limiterOf(kind).reward(keyOf(subject));
}

/** Forgets the failures of a subject who proved to be the right one. */
export async function forgetAttempts(kind: AttemptKind, subject: string): Promise<void> {
  await limiterOf(kind).delete(keyOf(subject));
}
