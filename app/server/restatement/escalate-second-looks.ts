import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { platformId } from '~/server/consent/store-chase.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { notify } from '~/server/platform/notify.ts';
import { type LateLook, overdueLooks } from '~/server/restatement/store-overdue.ts';
import { changeNotice } from '~/server/restatement/store-pages.ts';

/**
 * Second looks that a changed record called for and whose clock ran out unanswered: each is marked once, and the bank's
 * reviewers and its administrator, the firm and the platform are told. Asked again it finds nothing. Returns how many.
 */
export async function escalateSecondLooks(tx: Tx, actor: Actor, today: Day): Promise<number> {
  const late = await overdueLooks(tx, today);
  for (const look of late) {
    await changeNotice(tx, look, { escalatedOn: dateOfDay(today) });
    await tellOn(tx, actor, look);
  }
  return late.length;
}

async function tellOn(tx: Tx, actor: Actor, look: LateLook): Promise<void> {
  const { id, applicationId, dueOn, firm, bankZh, bankEn } = look;
  const enterpriseId = look.enterpriseId as EnterpriseId;
  const institutionId = look.institutionId as InstitutionId;
  const message = { kind: 'restatement.second-look-overdue', params: { firm, bankZh, bankEn, dueOn } };
  await notify(tx, {
    ...message,
    to: { institutionId },
    roles: ['reviewer', 'institution-admin'],
    urgent: true,
    href: `/bank/restatements/${id}`,
  });
  await notify(tx, { ...message, to: { enterpriseId }, href: `/my/applications/${applicationId}` });
  const platform = await platformId(tx);
  if (platform) await notify(tx, { ...message, to: { institutionId: platform }, href: '/operator/rights' });
  const about = { enterpriseId, institutionId, subjectId: id };
  await recordChange(tx, actor, { kind: 'restatement.second-look-overdue', ...about, payload: { dueOn } });
  await appendAudit(tx, actor, {
    action: 'restatement.second-look-overdue',
    enterpriseId,
    detail: { noticeId: id, institutionId, dueOn },
  });
}
