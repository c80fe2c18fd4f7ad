import { randomUUID } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { isCallable } from '~/domain/record/verification.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { areDemoAccountsOpen } from '~/server/access/demo-accounts.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { sealUnder } from '~/server/platform/vault.ts';
import { credentialPlace } from '~/server/record/ask-endpoint.ts';
import { findEndpoint, keepEndpoint } from '~/server/record/store-endpoint.ts';

export type NewEndpoint = {
  readonly url: string;
  /** Left empty, the one that is kept stays. */
  readonly credential: string;
  readonly timeoutMs: number;
};

export type EndpointRefusal =
  | { readonly code: 'record.endpoint-address'; readonly field: 'url' }
  | { readonly code: 'record.endpoint-credential'; readonly field: 'credential' };

/** A department says where it answers questions. The credential is sealed at once and never shown again. */
export function saveEndpoint(
  actor: Actor,
  { url, credential, timeoutMs }: NewEndpoint,
): Promise<Result<null, EndpointRefusal>> {
  const { institutionId: providerId, userId: savedBy } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    if (!isCallable(url, areDemoAccountsOpen()))
      return refuse({ code: 'record.endpoint-address', field: 'url' });
    const known = await findEndpoint(tx, providerId);
    if (credential === '' && (!known || known.url !== url))
      return refuse({ code: 'record.endpoint-credential', field: 'credential' });
    const keyId = known?.keyId ?? randomUUID();
    const secret = known && credential === '' ? known.secret : sealUnder(keyId, credentialPlace, credential);
    await keepEndpoint(tx, { providerId, url, secret, keyId, timeoutMs, savedBy, savedAt: clock.now() });
    const detail = { host: new URL(url).host, timeoutMs, credential: credential === '' ? 'kept' : 'new' };
    await appendAudit(tx, actor, { action: 'record.endpoint-saved', detail });
    await recordChange(tx, actor, {
      kind: 'record.endpoint-saved',
      institutionId: providerId,
      subjectId: providerId,
    });
    return accept(null);
  });
}
