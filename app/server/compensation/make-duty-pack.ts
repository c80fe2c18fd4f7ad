import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { decisionKnown } from '~/server/compensation/decision-known.ts';
import { drawDutyPack } from '~/server/compensation/draw-duty-pack.ts';
import { showClaim } from '~/server/compensation/show-claim.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { Locale } from '~/text/define.ts';

/**
 * The evidence pack of a claim (尽职免责, G18) as a PDF: each duty of the bank with its proof, what was known when it decided, how the amount came about,
 * what was paid, and what happened. Made from the records of the moment, and noted in the firm's log.
 */
export async function makeDutyPack(
  actor: Actor,
  claimId: string,
  locale: Locale,
): Promise<Result<{ name: string; type: string; body: Uint8Array }, { code: 'compensation.not-found' }>> {
  const shown = await showClaim(actor, claimId);
  if (!shown.ok) return shown;
  const claim = shown.value;
  const decision = await decisionKnown(actor, claim.loanId);
  const body = await drawDutyPack(claim, { at: clock.now().toISOString(), locale, decision });
  const line = { action: 'compensation.duty-pack-made', enterpriseId: claim.enterpriseId as EnterpriseId };
  await withActor(actor, (tx) =>
    appendAudit(tx, actor, { ...line, purpose: 'post-loan', detail: { claimId } }),
  );
  return accept({ name: `duty-${claim.contractNo}.pdf`, type: 'application/pdf', body });
}
