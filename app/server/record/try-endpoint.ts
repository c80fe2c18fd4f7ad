import { randomUUID } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type AskedEndpoint, askEndpoint } from '~/server/record/ask-endpoint.ts';

export type TryRefusal = {
  readonly code: `record.endpoint-fault.${NonNullable<AskedEndpoint['fault']>}`;
};

/** A department tries its own endpoint with a question about no firm; any of the three answers says that it is well. */
export async function tryEndpoint(actor: Actor): Promise<Result<{ readonly tookMs: number }, TryRefusal>> {
  const { institutionId } = asInstitution(actor);
  const asked = await askEndpoint(institutionId, randomUUID(), { probe: true });
  const outcome = asked.fault === null ? 'ok' : 'refused';
  const detail = { fault: asked.fault, attempts: asked.attempts };
  await withActor(actor, (tx) =>
    appendAudit(tx, actor, { action: 'record.endpoint-tried', outcome, detail }),
  );
  return asked.fault === null
    ? accept({ tookMs: asked.tookMs })
    : refuse({ code: `record.endpoint-fault.${asked.fault}` });
}
