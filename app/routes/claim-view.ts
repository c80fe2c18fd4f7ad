import { accept } from '~/domain/kernel/result.ts';
import { idParams } from '~/routes/compensation-query.ts';
import type { Actor } from '~/server/access/actor.ts';
import { type ClaimShown, showClaim } from '~/server/compensation/show-claim.ts';

/** What every desk shares that opens a claim: the claim itself, and the entry that it leaves in the firm's audit chain. */
export const claimView = {
  params: idParams,
  load: ({ actor, params }: { readonly actor: Actor; readonly params: { readonly id: string } }) =>
    showClaim(actor, params.id),
  audit: (claim: ClaimShown) => ({
    action: 'compensation.claim-opened' as const,
    enterpriseId: claim.enterpriseId as never,
    purpose: 'post-loan' as const,
    detail: { claimId: claim.id },
  }),
};

/** Back to the claim, under the desk's own address, with what was done. */
export const claimDone = (desk: '/bank' | '/operator') => (id: string, message: string) =>
  accept({
    to: `${desk}/claims/${id}`,
    flash: { tone: 'success' as const, message: `compensation.done.${message}` },
  });
