import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type LedgerVerdict, proveLedger } from '~/server/ledger/prove-ledger.ts';
import type { LedgerCheck } from '~/server/ledger/store-verify.ts';

const mostMs = 3_600_000;

/**
 * Proves the ledger in one snapshot: totals, seals and digests are computed anew and nothing that the database says about
 * itself is taken for granted. The ledger may go on meanwhile.
 */
export const verifyLedger = (actor: Actor, done?: (check: LedgerCheck) => void): Promise<LedgerVerdict> =>
  withActor(actor, (tx) => proveLedger(tx, done), { snapshot: true, timeout: mostMs });
