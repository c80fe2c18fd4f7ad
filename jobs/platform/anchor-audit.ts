import type { Day } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import { anchorHeads } from '~/server/audit/anchor-heads.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';

/** Anchors the heads of the firms' chains and orders the day's verification of the whole log. */
export async function anchorAudit(tx: Tx, day: Day): Promise<void> {
  const actor = system('audit.anchor-heads');
  const heads = await anchorHeads(tx, actor);
  await recordChange(tx, actor, {
    kind: 'audit.heads-anchored',
    payload: { day, heads },
    jobs: [{ name: 'platform.verify-audit', payload: { ref: day } }],
  });
}
