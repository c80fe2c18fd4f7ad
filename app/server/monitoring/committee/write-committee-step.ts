import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { addStep, type CommitteeRow, type NewStep } from '~/server/monitoring/store-committee.ts';
import { notify } from '~/server/platform/notify.ts';

type Written = NewStep & {
  /** Banks that hear of it, without a word of what it says. */
  readonly banks?: readonly string[];
  readonly tellFirm?: boolean;
};

/** One step of a committee in its minutes, the event log, the firm's audit chain and the inboxes of those who hear of it. */
export async function writeCommitteeStep(
  tx: Tx,
  actor: Actor,
  committee: Pick<CommitteeRow, 'id' | 'enterpriseId'>,
  { banks = [], tellFirm = false, ...step }: Written,
): Promise<void> {
  const enterpriseId = committee.enterpriseId as EnterpriseId;
  const institutionId = (step.institutionId ?? null) as InstitutionId | null;
  const userId = actor.kind === 'person' ? actor.userId : null;
  await addStep(tx, committee, { ...step, userId });
  const kind = `monitoring.committee-${step.kind}`;
  const notice = { kind, params: {} };
  for (const bank of banks)
    await notify(tx, { ...notice, to: { institutionId: bank as InstitutionId }, href: '/bank/committees' });
  if (tellFirm) await notify(tx, { ...notice, to: { enterpriseId }, href: '/my/alerts' });
  await recordChange(tx, actor, { kind, enterpriseId, institutionId, subjectId: committee.id });
  await appendAudit(tx, actor, {
    action: kind,
    enterpriseId,
    purpose: 'post-loan',
    detail: { committeeId: committee.id },
  });
}
