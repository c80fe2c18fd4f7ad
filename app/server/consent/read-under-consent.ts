import type { Permit, UseRefusal } from '~/domain/consent/check-use.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { type IntendedUse, permitLocked } from '~/server/consent/permit-use.ts';
import { lockConsentsOfFirm } from '~/server/consent/store-gate.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';

export type ConsentedRead = Omit<IntendedUse, 'institutionId' | 'branchId' | 'fetchType'> & {
  /** What is opened, in the words of the audit log, such as `application.file`. */
  readonly what?: string;
};

/**
 * The way in which a bank reads a firm's facts and scores, and the only one: asks the consent at this very read,
 * counts it, writes it into the firm's audit chain with purpose and consent, then runs `work` with the firm as the
 * subject. `work` takes no more than the permit says (items, span of the records). A refusal is logged too and
 * `work` does not run.
 */
export function readUnderConsent<T>(
  actor: Actor,
  read: ConsentedRead,
  work: (tx: Tx, permit: Permit) => Promise<T>,
): Promise<Result<T, UseRefusal>> {
  const { institutionId, branchId = null } = asInstitution(actor);
  const { what = 'facts', ...use } = read;
  const run = async (tx: Tx): Promise<Result<T, UseRefusal>> => {
    if (!(await lockConsentsOfFirm(tx, read.enterpriseId))) return refuse({ code: 'consent.none' });
    const verdict = await permitLocked(tx, { ...use, institutionId, branchId });
    const line = { action: 'consent.read', enterpriseId: read.enterpriseId, purpose: read.purpose };
    const detail = {
      ...{ what, institutionId, applicationId: read.applicationId ?? null },
      ...(branchId && { branchId }),
    };
    if (!verdict.ok) {
      const { code } = verdict.refusal;
      await appendAudit(tx, actor, { ...line, outcome: 'refused', detail: { ...detail, code } });
      return verdict;
    }
    const { consentId, items } = verdict.value;
    await appendAudit(tx, actor, {
      ...line,
      consentId,
      detail: { ...detail, items, detail: verdict.value.detail },
    });
    return accept(await work(tx, verdict.value));
  };
  return withActor(actor, run, { subject: read.enterpriseId });
}
