import { isFinal } from '~/domain/application/state.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { findApplication } from '~/server/application/store.ts';
import { addShare, lockTrade, moveTrade } from '~/server/application/store-trade.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { notify } from '~/server/platform/notify.ts';

export type ChangeRefusal = {
  readonly code: 'trade.not-found' | 'trade.answered-already' | 'trade.not-shown';
};

/** What the firm does with a claim of its own: takes the question back, or shows the claim to a bank it applied to. */
export type TradeChange =
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'share'; readonly applicationId: string };

export function changeTrade(
  actor: Actor,
  id: string,
  change: TradeChange,
): Promise<Result<null, ChangeRefusal>> {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, async (tx): Promise<Result<null, ChangeRefusal>> => {
    const claim = await lockTrade(tx, id);
    if (claim?.enterpriseId !== enterpriseId) return refuse({ code: 'trade.not-found' });
    if (change.kind === 'withdraw') {
      if (claim.state !== 'asked') return refuse({ code: 'trade.answered-already' });
      await moveTrade(tx, claim, { state: 'withdrawn' });
    } else {
      const application = await findApplication(tx, change.applicationId);
      if (!application || isFinal(application.state) || claim.state === 'withdrawn')
        return refuse({ code: 'trade.not-shown' });
      const { institutionId, id: applicationId } = application;
      await addShare(tx, { enterpriseId, claimId: id, applicationId, institutionId }, clock.now());
      await notify(tx, {
        to: { institutionId },
        kind: 'application.claim-shown',
        params: { reference: claim.reference },
        href: `/bank/applications/${applicationId}?tab=documents`,
      });
    }
    const kind = change.kind === 'withdraw' ? 'application.buyer-unasked' : 'application.claim-shown';
    const detail = { claimId: id, ...(change.kind === 'share' && { applicationId: change.applicationId }) };
    await recordChange(tx, actor, { kind, enterpriseId, subjectId: id, payload: detail });
    await appendAudit(tx, actor, { action: kind, enterpriseId, detail });
    return accept(null);
  });
}
