import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { PostRefusal } from '~/domain/ledger/refusal.ts';
import { checkLegs, type Leg, plainAbout, type Transfer } from '~/domain/ledger/transfer.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Reader } from '~/server/db/client.ts';
import { resultOf } from '~/server/ledger/answer.ts';
import { legColumns, personOf } from '~/server/ledger/columns.ts';
import { hashOfTransfer } from '~/server/ledger/post-transfer.ts';
import { type BatchColumns, callPostBatch } from '~/server/ledger/store.ts';

/** A transfer of a batch: one leg, no limits. */
export type BatchTransfer = Omit<Transfer, 'legs' | 'charges'> & { readonly leg: Leg };

/** How many a call takes at best: larger sets gain nothing and hold their locks for longer. */
export const batchSize = 500;

export type BatchPosted = { readonly posted: number; readonly repeated: number };

/**
 * Posts many transfers by sets in the caller's transaction: all of them, or none and a refusal. Those whose key and
 * content came before are counted as repeated, so that a batch that was cut off is simply sent again.
 */
export async function postBatch(
  tx: Reader,
  actor: Actor,
  transfers: readonly BatchTransfer[],
): Promise<Result<BatchPosted, PostRefusal>> {
  if (transfers.length === 0) return accept({ posted: 0, repeated: 0 });
  const legs = checkLegs(transfers.map(({ leg }) => leg));
  if (!legs.ok) return legs;
  const columns = columnsOf(actor, transfers);
  const twice = keyTwice(columns);
  if (twice !== undefined) return refuse({ code: 'ledger.key-reused', key: twice });
  return resultOf(await callPostBatch(tx, columns, clock.now()), (facts) => ({
    posted: Number(facts.posted),
    repeated: Number(facts.repeated),
  }));
}

function columnsOf(actor: Actor, transfers: readonly BatchTransfer[]): BatchColumns {
  const recordedBy = personOf(actor);
  return {
    ...legColumns(transfers.map(({ leg }) => leg)),
    keys: transfers.map(({ key }) => key),
    hashes: transfers.map(({ leg, ...rest }) => hashOfTransfer({ ...rest, legs: [leg] })),
    kinds: transfers.map(({ kind }) => kind),
    days: transfers.map(({ effectiveOn }) => effectiveOn),
    abouts: transfers.map(({ about }) => JSON.stringify({ ...plainAbout(about), recordedBy })),
  };
}

/** A key that stands twice in the batch. */
function keyTwice({ keys }: BatchColumns): string | undefined {
  const seen = new Set<string>();
  return keys.find((key) => seen.size === seen.add(key).size);
}
