import { randomUUID } from 'node:crypto';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { findKeptBack } from '~/server/institution/store-webhook.ts';

/** Orders what waits for an institution's endpoints and was kept back while it might not read. Returns how many. */
export async function releaseWebhooks(tx: Tx, actor: Actor, institutionId: InstitutionId): Promise<number> {
  const kept = await findKeptBack(tx, institutionId, clock.now());
  for (const { id: messageId } of kept)
    await recordChange(tx, actor, {
      kind: 'institution.webhook-released',
      institutionId,
      subjectId: messageId,
      jobs: [{ name: 'institution.deliver-webhook', payload: { messageId, ref: randomUUID() } }],
    });
  return kept.length;
}
