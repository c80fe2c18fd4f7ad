import { type ChaseLevel, chaseLevel } from '~/domain/consent/withdrawal.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { addChase, type OpenTask, openTasks } from '~/server/consent/store-chase.ts';
import type { Tx } from '~/server/db/client.ts';
import { findPlatform } from '~/server/institution/store-names.ts';
import { notify } from '~/server/platform/notify.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';

export type Chased = { readonly reminded: number; readonly escalated: number };

/**
 * Chases recipients that have not acknowledged: near the last day they are reminded, after it the firm and the platform
 * are told, once each. Asked daily; a day that was missed is made up for.
 */
export async function chaseWithdrawals(tx: Tx, today: Day): Promise<Chased> {
  const { withdrawal } = await readPrivacyDuties(tx, today);
  const chased = { reminded: 0, escalated: 0 };
  for (const task of await openTasks(tx, addDays(today, withdrawal.remindBeforeDays))) {
    const level = chaseLevel(task.dueOn, today, withdrawal);
    if (level && (await chase(tx, task, level))) chased[level] += 1;
  }
  return chased;
}

async function chase(tx: Tx, task: OpenTask, level: ChaseLevel): Promise<boolean> {
  if (task.levels.includes(level) || !(await addChase(tx, task, level, clock.now()))) return false;
  const { firm, bankZh, bankEn, dueOn, enterpriseId, institutionId, consentId } = task;
  const params = { firm, bankZh, bankEn, dueOn };
  const kind = `consent.purge-${level}`;
  await notify(tx, { to: { institutionId }, kind, params, href: '/bank/withdrawals' });
  if (level === 'reminded') return true;
  await notify(tx, {
    to: { enterpriseId },
    kind: 'consent.purge-overdue',
    params,
    href: task.personId ? '/my/persons' : `/my/consents/${consentId}`,
  });
  const [platform] = await findPlatform(tx);
  if (platform)
    await notify(tx, {
      to: { institutionId: platform },
      kind: 'consent.purge-overdue',
      params,
      href: '/operator/withdrawals',
    });
  const detail = { consentId, institutionId, dueOn };
  await appendAudit(tx, system('consent.chase'), { action: 'consent.escalated', enterpriseId, detail });
  return true;
}
