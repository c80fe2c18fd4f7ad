import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { anchorAction } from '~/server/audit/chain-check.ts';
import { headsChangedSince, lastAnchorAt } from '~/server/audit/store.ts';
import type { Tx } from '~/server/db/client.ts';

/** Lines of one moment may be committed a little later than they are dated; they are caught by looking back this far. */
const overlapMs = 3_600_000;

const headsPerLine = 1000;

/**
 * Writes the heads of the firms' chains that grew since the last anchoring into the platform's chain: whoever cuts a
 * firm's chain would have to rewrite the platform's chain as well. Returns how many heads were anchored.
 */
export async function anchorHeads(tx: Tx, actor: Actor): Promise<number> {
  const last = await lastAnchorAt(tx, anchorAction);
  const rows = await headsChangedSince(tx, new Date(last ? last.getTime() - overlapMs : 0));
  const heads = rows.map(({ stream, seq, hash }) => ({ stream, seq: Number(seq), hash }));
  for (let from = 0; from === 0 || from < heads.length; from += headsPerLine) {
    const detail = { heads: heads.slice(from, from + headsPerLine) };
    await appendAudit(tx, actor, { action: anchorAction, detail });
  }
  return heads.length;
}
