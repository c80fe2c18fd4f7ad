import { randomUUID } from 'node:crypto';
import { type Accepted, accept } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** Orders a verification of the whole log now; the worker does it and notes the verdict. */
export async function orderVerification(actor: Person): Promise<Accepted<null>> {
  const ref = randomUUID();
  await withActor(actor, async (tx) => {
    await recordChange(tx, actor, {
      kind: 'audit.verification-ordered',
      subjectId: ref,
      jobs: [{ name: 'platform.verify-audit', payload: { ref } }],
    });
    await appendAudit(tx, actor, { action: 'audit.verification-ordered' });
  });
  return accept(null);
}
