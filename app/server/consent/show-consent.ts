import { diffConsents } from '~/domain/consent/consent-diff.ts';
import type { ConsentId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { viewOne } from '~/server/consent/consent-view.ts';
import { consentById, consentsTo, type SealedConsent } from '~/server/consent/store.ts';
import { acknowledgementsOf } from '~/server/consent/store-acknowledgement.ts';
import { pausesOf } from '~/server/consent/store-pause.ts';
import { lastReads } from '~/server/consent/store-reads.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** One consent of the firm: its terms, seal, reads, what changed against the one before, what the recipient did. */
export function showConsent(actor: Actor, id: ConsentId) {
  const { enterpriseId } = asFirm(actor);
  return withActor(
    actor,
    async (tx): Promise<Result<ConsentPage, { readonly code: 'consent.not-found' }>> => {
      const consent = await consentById(tx, id);
      if (!consent || consent.enterpriseId !== enterpriseId) return refuse({ code: 'consent.not-found' });
      return accept(await pageOf(tx, consent));
    },
  );
}

async function pageOf(tx: Tx, consent: SealedConsent) {
  const reads = await lastReads(tx, consent.enterpriseId, consent.id);
  const steps = await acknowledgementsOf(tx, consent.enterpriseId, consent.id);
  const before = await renewalOf(tx, consent);
  return {
    consent: await viewOne(tx, consent),
    seal: {
      hash: consent.hash,
      previousHash: consent.previousHash,
      signature: consent.signature,
      keyId: consent.keyId,
    },
    reads: reads.map(({ seq, at, stream: _, ...read }) => ({
      ...read,
      key: String(seq),
      at: at.toISOString(),
    })),
    steps: steps.map(({ step, at, userName, dueOn }) => ({
      step,
      at: at.toISOString(),
      userName,
      dueOn: dueOn?.toISOString().slice(0, 10) ?? null,
    })),
    pauses: (await pausesOf(tx, consent.enterpriseId, consent.id)).map(({ kind, at, userName }) => ({
      ...{ kind, userName },
      at: at.toISOString(),
    })),
    renews: before && { id: before.id, diff: diffConsents(before, consent) },
  };
}

export type ConsentPage = Awaited<ReturnType<typeof pageOf>>;

/** The consent before this one for the same recipient, product and purpose. */
async function renewalOf(tx: Tx, consent: SealedConsent): Promise<SealedConsent | null> {
  const { recipient } = consent;
  const all = await consentsTo(
    tx,
    consent.enterpriseId,
    recipient.kind === 'institution' ? recipient.institutionId : null,
  );
  const product = (c: SealedConsent) => (c.recipient.kind === 'institution' ? c.recipient.productId : null);
  const earlier = all.filter(
    (c) =>
      c.purpose === consent.purpose && product(c) === product(consent) && c.grantedAt < consent.grantedAt,
  );
  return earlier.sort((a, b) => b.grantedAt.getTime() - a.grantedAt.getTime())[0] ?? null;
}
