import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { mayRenew, renewableFrom } from '~/domain/loan/renewal-application.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readRenewed } from '~/server/loan/read-renewed.ts';
import { readRenewalRules } from '~/server/loan/read-rules.ts';
import { findLoan } from '~/server/loan/store.ts';

/** Whether and when the firm may ask for a renewal of its loan, rule by rule; null for a loan that is over. */
export function showRenewal(
  actor: Actor,
  loanId: string,
): Promise<Result<RenewalShown | null, { readonly code: 'loan.not-found' }>> {
  asFirm(actor);
  return withActor(actor, async (tx) => {
    const loan = await findLoan(tx, loanId);
    if (!loan) return refuse({ code: 'loan.not-found' });
    const renewed = await readRenewed(tx, loan);
    if (renewed.state !== 'active' || renewed.needId === null) return accept(null);
    const today = clock.today();
    const rules = await readRenewalRules(tx, today);
    const lines = mayRenew(renewed, today, rules);
    return accept({
      lines,
      from: renewableFrom(renewed.maturityOn, rules.asking) as string,
      maturityOn: renewed.maturityOn as string,
      askedBy: renewed.askedBy,
      mayAsk: lines.every(({ verdict }) => verdict !== 'fail'),
    });
  });
}

export type RenewalShown = {
  readonly lines: ReturnType<typeof mayRenew>;
  readonly from: string;
  readonly maturityOn: string;
  /** The application that is going on. */
  readonly askedBy: string | null;
  readonly mayAsk: boolean;
};
