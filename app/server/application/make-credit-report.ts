import type { UseRefusal } from '~/domain/consent/check-use.ts';
import { type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { findApplication } from '~/server/application/store.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { makeBankReport } from '~/server/report/make-bank-report.ts';
import type { SealedReport } from '~/server/report/store.ts';

/**
 * The credit report of an application's firm for its bank, under the consent asked at this very read and again before
 * the file leaves; a copy to keep needs a consent that lets one be kept. `render` draws the document.
 */
export async function makeCreditReport<F>(
  actor: Actor,
  applicationId: string,
  render: (report: SealedReport) => Promise<F>,
  take: 'copy' | 'view' = 'view',
): Promise<Result<F, UseRefusal | { readonly code: 'application.not-found' }>> {
  asInstitution(actor);
  const application = await withActor(actor, (tx) => findApplication(tx, applicationId));
  if (!application) return refuse({ code: 'application.not-found' });
  const { enterpriseId } = application;
  return makeBankReport(actor, { enterpriseId, applicationId, keeps: take === 'copy' }, render);
}
