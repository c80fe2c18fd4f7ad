import type { Named } from '~/domain/catalogue/item.ts';
import { normaliseUscc } from '~/domain/enterprise/uscc.ts';
import { addDays, type Day, startOf } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findFirmByCode } from '~/server/enterprise/store-succession.ts';
import { countFactsKnown, type FactRow, findFactsKnown } from '~/server/record/store-own.ts';

const most = 10_000;

export type Known = {
  readonly firm: string;
  readonly item: Named;
  readonly on: Day;
  readonly facts: readonly FactRow[];
  /** Records that were known and are sealed by now: that they were is said, what they said is not (edge case 4). */
  readonly hidden: number;
};

type KnownRefusal =
  | { readonly code: 'record.firm-not-known'; readonly text: string }
  | { readonly code: 'record.item-unknown'; readonly item: string };

/**
 * The records of one item of a firm as they were known at the end of a day, for whoever runs the platform; the look is
 * written into the firm's log.
 */
export function showKnown(
  actor: Actor,
  asked: { readonly firm: string; readonly item: string; readonly on: Day },
): Promise<Result<Known, KnownRefusal>> {
  return withActor(actor, async (tx): Promise<Result<Known, KnownRefusal>> => {
    const uscc = normaliseUscc(asked.firm);
    const firm = await findFirmByCode(tx, uscc);
    if (!firm) return refuse({ code: 'record.firm-not-known', text: uscc });
    const item = (await readCatalogue(tx, clock.today())).get(asked.item);
    if (!item) return refuse({ code: 'record.item-unknown', item: asked.item });
    const knownBefore = startOf(addDays(asked.on, 1));
    const known = { firm: firm.id, item: item.code, knownBefore };
    const facts = await findFactsKnown(tx, { ...known, replays: false, after: undefined, limit: most });
    const hidden = (await countFactsKnown(tx, known)) - facts.length;
    const detail = { item: item.code, on: asked.on, records: facts.length, hidden };
    await appendAudit(tx, actor, { action: 'record.looked-back', enterpriseId: firm.id, detail });
    return accept({ firm: firm.name, item: item.name, on: asked.on, facts, hidden });
  });
}
