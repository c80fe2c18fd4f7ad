import type { Actor } from '~/server/access/actor.ts';
import {
  type AnchoredHead,
  anchoredBy,
  ChainCheck,
  type ChainFault,
  type ChainRow,
} from '~/server/audit/chain-check.ts';
import { type ChainPlace, findCutHead, findLostAnchor, readChains } from '~/server/audit/store.ts';
import { withActor } from '~/server/db/with-actor.ts';

export type AuditVerdict = {
  readonly ok: boolean;
  readonly streams: number;
  readonly entries: number;
  readonly firstFault: ChainFault | null;
};

/** The action of the line that keeps a verdict. */
export const verifiedAction = 'audit.verified';

const linesAtATime = 5000;
const headsAtATime = 1000;

/**
 * Recomputes every chain from its texts and compares columns, order, heads and anchors. Finds a changed byte, a changed
 * column, a line that was deleted, moved or cut off, also when whoever did it adjusted the heads, as far as anchors go.
 * The log may grow meanwhile: each page of lines is compared with the heads of its own moment.
 */
export async function verifyAudit(
  actor: Actor,
  seen: (lines: number) => void = () => undefined,
): Promise<AuditVerdict> {
  const check = new ChainCheck();
  const anchored: AnchoredHead[] = [];
  for await (const rows of pages(actor)) {
    for (const row of rows) if (check.take(row)) anchored.push(...anchoredBy(row));
    seen(rows.length);
  }
  check.finish();
  const firstFault =
    check.firstFault ?? (await faultOfHeads(actor)) ?? (await faultOfAnchors(actor, anchored));
  const { streams, entries } = check;
  return { ok: firstFault === null, streams, entries, firstFault };
}

async function* pages(actor: Actor): AsyncGenerator<ChainRow[]> {
  let after: ChainPlace | null = null;
  for (;;) {
    const from: ChainPlace | null = after;
    const rows: ChainRow[] = await withActor(actor, (tx) => readChains(tx, from, linesAtATime));
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = { stream: last.stream, seq: last.seq };
  }
}

async function faultOfHeads(actor: Actor): Promise<ChainFault | null> {
  const cut = await withActor(actor, findCutHead);
  return cut && { stream: cut.stream, seq: cut.seq.toString(), kind: 'cut' };
}

async function faultOfAnchors(actor: Actor, anchored: readonly AnchoredHead[]): Promise<ChainFault | null> {
  for (let from = 0; from < anchored.length; from += headsAtATime) {
    const lost = await withActor(actor, (tx) =>
      findLostAnchor(tx, anchored.slice(from, from + headsAtATime)),
    );
    if (lost) return { stream: lost.stream, seq: lost.seq.toString(), kind: 'anchor' };
  }
  return null;
}
