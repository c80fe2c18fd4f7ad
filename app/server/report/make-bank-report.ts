import type { UseRefusal } from '~/domain/consent/check-use.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Result } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { deliverUnderConsent } from '~/server/consent/deliver-under-consent.ts';
import { institutionNames } from '~/server/institution/store.ts';
import { keepReport } from '~/server/report/keep-report.ts';
import type { SealedReport } from '~/server/report/store.ts';
import { readScore } from '~/server/score/read-score.ts';

type Matter = {
  readonly enterpriseId: EnterpriseId;
  readonly applicationId: string;
  /** Whether the report leaves as a file. */
  readonly keeps: boolean;
};

/**
 * A bank has a report made of a firm that applied: what its consent opens and no more, with its own queries only. The
 * consent is asked when the report is made and again when it is drawn: withdrawn meanwhile, no file leaves.
 */
export function makeBankReport<F>(
  actor: Actor,
  { enterpriseId, applicationId, keeps }: Matter,
  render: (report: SealedReport) => Promise<F>,
): Promise<Result<F, UseRefusal>> {
  const { institutionId } = asInstitution(actor);
  const read = {
    enterpriseId,
    applicationId,
    purpose: 'pre-loan',
    items: 'granted',
    detail: 'score',
    keeps,
    what: 'report.made',
  } as const;
  return deliverUnderConsent(
    actor,
    read,
    async (tx, permit) => {
      const score = await readScore(tx, { enterpriseId, which: 'current', reader: { permit } });
      const recipient = await institutionNames(tx, institutionId);
      const items = new Set(permit.items);
      const consent = { id: permit.consentId, items, dataFrom: permit.dataFrom, dataTo: permit.dataTo };
      const order = { enterpriseId, audience: 'bank', recipient, score, consent } as const;
      return keepReport(tx, actor, order, { institutionId, batchId: null });
    },
    render,
  );
}
