import { latestEnd } from '~/domain/consent/draft-consent.ts';
import type { ApplicationId, ConsentId } from '~/domain/kernel/id.ts';
import { insist, type Result } from '~/domain/kernel/result.ts';
import { type Actor, asFirm, type FirmPerson } from '~/server/access/actor.ts';
import { type AdvanceRefusal, advance } from '~/server/application/advance.ts';
import { type Application, acceptOffer, liveApplications } from '~/server/application/store.ts';
import { clock } from '~/server/clock.ts';
import { signConsent } from '~/server/consent/sign-consent.ts';
import { consentById } from '~/server/consent/store.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';

export type OfferAnswer = {
  readonly applicationId: ApplicationId;
  readonly answer: 'accept' | 'decline';
  /** Withdraw the firm's other applications for the same need. */
  readonly closeOthers: boolean;
  /** A consent of its own for monitoring while the loan is outstanding. */
  readonly monitoring: boolean;
};

/** The firm accepts one offer or declines it; what happens to its other applications is its own choice. */
export function answerOffer(actor: Actor, input: OfferAnswer): Promise<Result<Application, AdvanceRefusal>> {
  const firm = asFirm(actor);
  const { applicationId: id, answer } = input;
  return withActor(actor, async (tx) => {
    if (answer === 'decline') return advance(tx, actor, id, { kind: 'decline-offer' });
    const accepted = await advance(tx, actor, id, { kind: 'accept-offer' });
    if (!accepted.ok) return accepted;
    await acceptOffer(tx, id, clock.now());
    if (input.closeOthers) await withdrawOthers(tx, firm, accepted.value);
    if (input.monitoring) await consentToMonitoring(tx, firm, accepted.value);
    return accepted;
  });
}

/** Others that have a contract already cannot be withdrawn any more and stay, and so does a renewal beside new money. */
async function withdrawOthers(tx: Tx, firm: FirmPerson, chosen: Application): Promise<void> {
  for (const other of await liveApplications(tx, firm.enterpriseId, chosen.needId)) {
    if (other.id === chosen.id || other.renewsLoanId !== null || chosen.renewsLoanId !== null) continue;
    await advance(tx, firm, other.id, { kind: 'withdraw' });
  }
}

/** The separate, periodic consent that monitoring needs (domain.md §2.4), for the items of the application's consent. */
async function consentToMonitoring(
  tx: Tx,
  firm: FirmPerson,
  { institutionId, productId, consentId }: Application,
) {
  const given = await consentById(tx, consentId as ConsentId);
  if (!given) throw new Error('an application without its consent');
  const validFrom = clock.now();
  const signed = await signConsent(tx, firm, {
    recipient: { ...given.recipient, kind: 'institution', institutionId, productId },
    purpose: 'post-loan',
    items: given.items,
    detail: 'detail',
    mode: 'stream',
    fetchType: 'periodic',
    dataFrom: given.dataFrom,
    dataTo: null,
    validFrom,
    validTo: latestEnd(validFrom),
    readsPerDay: given.readsPerDay,
    retentionDays: given.retentionDays,
    returnDirection: given.returnDirection,
  });
  return insist(signed);
}
