import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findEndpoint, setEndpointState } from '~/server/institution/store-webhook.ts';
import { destroyKey } from '~/server/platform/vault.ts';

export type WebhookNotFound = { readonly code: 'institution.webhook-not-found' };

const steps = {
  enable: { state: 'active', disabledFor: null, kind: 'institution.webhook-enabled' },
  disable: { state: 'disabled', disabledFor: 'by-hand', kind: 'institution.webhook-disabled' },
  remove: { state: 'removed', disabledFor: null, kind: 'institution.webhook-removed' },
} as const;

/** Switches an endpoint off or on, or removes it for good together with the key of its secret. */
export async function setWebhookStanding(
  actor: Actor,
  id: string,
  step: keyof typeof steps,
): Promise<Result<null, WebhookNotFound>> {
  const { institutionId } = asInstitution(actor);
  const { state, disabledFor, kind } = steps[step];
  const set = await withActor(actor, async (tx): Promise<Result<null, WebhookNotFound>> => {
    if (!(await findEndpoint(tx, id))) return refuse({ code: 'institution.webhook-not-found' });
    await setEndpointState(tx, id, state, disabledFor, clock.now());
    await appendAudit(tx, actor, { action: kind, detail: { endpoint: id, why: 'by-hand' } });
    await recordChange(tx, actor, { kind, institutionId, subjectId: id });
    return accept(null);
  });
  if (set.ok && step === 'remove') destroyKey(id);
  return set;
}
