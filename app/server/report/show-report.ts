import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { ReportBundle } from '~/domain/report/bundle.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { publicKeyPem } from '~/server/platform/signing.ts';
import { ownReport, type SealedReport } from '~/server/report/store.ts';

export type ReportRefusal = { readonly code: 'report.not-found' };

/** One report of the firm as it was made, with everything that proves it offline. */
export async function showReport(actor: Actor, id: string): Promise<Result<ReportBundle, ReportRefusal>> {
  const { enterpriseId } = asFirm(actor);
  const report = await withActor(actor, (tx) => ownReport(tx, enterpriseId, id));
  return report ? accept(bundleOf(report)) : refuse({ code: 'report.not-found' });
}

/** The file that proves itself: body, hash, signature and the key that made it. */
export const bundleOf = ({ body, hash, signature, keyId }: SealedReport): ReportBundle => ({
  report: body,
  hash,
  signature,
  keyId,
  publicKey: publicKeyPem(),
});
