import { latestEnd } from '~/domain/consent/draft-consent.ts';
import type { ApplicationId, ConsentId } from '~/domain/kernel/id.ts';
import { type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm, type FirmPerson } from '~/server/access/actor.ts';
import { type AdvanceRefusal, advance } from '~/server/application/advance.ts';
import { monitoringBranch } from '~/server/application/monitoring-branch.ts';
import { type Application, acceptOffer, liveApplications } from '~/server/application/store.ts';
import { clock } from '~/server/clock.ts';
import { type SignRefusal, signConsent } from '~/server/consent/sign-consent.ts';
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
  /** The branch that the firm was told the consent is for; empty for the whole bank, missing where it was told none. */
  readonly watchedBy?: string;
};

export type AnswerRefusal = AdvanceRefusal | SignRefusal | { readonly code: 'institution.branch-not-found' };

/**
 * The firm accepts one offer or declines it; what happens to its other applications is its own choice. Where the consent to
 * monitoring cannot be signed nothing is accepted: the firm reads why and may accept without it.
 */
export function answerOffer(actor: Actor, input: OfferAnswer): Promise<Result<Application, AnswerRefusal>> {
  const firm = asFirm(actor);
  const { applicationId: id, answer } = input;
  return withActor(actor, async (tx) => {
    if (answer === 'decline') return advance(tx, actor, id, { kind: 'decline-offer' });
    const accepted = await advance(tx, actor, id, { kind: 'accept-offer' });
    if (!accepted.ok) return accepted;
    await acceptOffer(tx, id, clock.now());
    if (input.closeOthers) await withdrawOthers(tx, firm, accepted.value);
    if (input.monitoring) await consentToMonitoring(tx, firm, accepted.value, input.watchedBy);
    return accepted;
  }).catch((fault: unknown) => {
    if (fault instanceof Unsigned) return refuse(fault.refusal);
    throw fault;
  });
}

/** Takes back an acceptance whose consent to monitoring cannot be signed. */
class Unsigned extends Error {
  constructor(readonly refusal: AnswerRefusal) {
    super(refusal.code);
  }
}

/** Others that have a contract already cannot be withdrawn any more and stay, and so does a renewal beside new money. */
async function withdrawOthers(tx: Tx, firm: FirmPerson, chosen: Application): Promise<void> {
  for (const other of await liveApplications(tx, firm.enterpriseId, chosen.needId)) {
    if (other.id === chosen.id || other.renewsLoanId !== null || chosen.renewsLoanId !== null) continue;
    await advance(tx, firm, other.id, { kind: 'withdraw' });
  }
}

/** The separate, periodic consent that monitoring needs (domain.md §2.4), for the items of the application's consent. */
async function consentToMonitoring(tx: Tx, firm: FirmPerson, application: Application, watchedBy?: string) {
  const { institutionId, productId, consentId } = application;
  const given = await consentById(tx, consentId as ConsentId);
  if (!given) throw new Error('an application without its consent');
  const branch = await monitoringBranch(tx, application);
  if (watchedBy !== undefined && watchedBy !== (branch?.id ?? ''))
    throw new Unsigned({ code: 'institution.branch-not-found' });
  const validFrom = clock.now();
  const signed = await signConsent(tx, firm, {
    recipient: { kind: 'institution', institutionId, productId, ...(branch && { branchId: branch.id }) },
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
  if (!signed.ok) throw new Unsigned(signed.refusal);
}
