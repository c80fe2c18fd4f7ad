import { statusAt } from '~/domain/consent/artefact.ts';
import type { Permit, UseRefusal } from '~/domain/consent/check-use.ts';
import type { ConsentId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { type ConsentedRead, readUnderConsent } from '~/server/consent/read-under-consent.ts';
import { consentById } from '~/server/consent/store.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** Whether a copy leaves is said for each: what takes time to make mostly does. */
type Delivery = ConsentedRead & { readonly keeps: boolean };

/**
 * A read whose result takes time to make (PDF, export): reads under consent, renders without holding the firm, and
 * asks again before anything leaves. A consent withdrawn or paused meanwhile leaves no file (domain.md edge case 1).
 */
export async function deliverUnderConsent<T, F>(
  actor: Actor,
  read: Delivery,
  work: (tx: Tx, permit: Permit) => Promise<T>,
  render: (facts: T) => Promise<F>,
): Promise<Result<F, UseRefusal>> {
  const facts = await readUnderConsent(actor, read, async (tx, permit) => ({
    read: await work(tx, permit),
    consentId: permit.consentId,
  }));
  if (!facts.ok) return facts;
  const made = await render(facts.value.read);
  const ended = await withActor(actor, (tx) => endOf(tx, facts.value.consentId));
  return ended ? refuse(ended) : accept(made);
}

async function endOf(tx: Tx, id: ConsentId): Promise<UseRefusal | null> {
  const consent = await consentById(tx, id);
  const status = consent ? statusAt(consent, clock.now()) : null;
  if (!consent || status === 'active') return consent ? null : { code: 'consent.none' };
  if (status === 'withdrawn')
    return { code: 'consent.withdrawn', at: (consent.revokedAt as Date).toISOString() };
  if (status === 'paused') return { code: 'consent.paused', at: (consent.pausedAt as Date).toISOString() };
  return { code: 'consent.expired', at: consent.validTo.toISOString() };
}
