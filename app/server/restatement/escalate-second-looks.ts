import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';
import { findPlatform } from '~/server/institution/store-names.ts';
import { notify } from '~/server/platform/notify.ts';
import { noteEscalation } from '~/server/privacy/store-person-rights.ts';
import { overdueSecondLooks } from '~/server/restatement/store.ts';

/**
 * Second looks at declines that cited a record which was restated since, past their last day: the bank is told again,
 * the firm is told and the platform hears of it, each once. Returns how many were reported.
 */
export async function escalateSecondLooks(tx: Tx, today: Day): Promise<number> {
  const [platform] = await findPlatform(tx);
  let reported = 0;
  for (const { id, institutionId, dueOn, ...of } of await overdueSecondLooks(tx, dateOfDay(today))) {
    if (!dueOn) continue;
    if (!(await noteEscalation(tx, { kind: 'second-look', subjectId: id, step: 'answer', at: clock.now() })))
      continue;
    reported += 1;
    const enterpriseId = of.enterpriseId as EnterpriseId;
    await appendAudit(tx, system('restatement.clocks'), {
      action: 'privacy.clock-over',
      enterpriseId,
      detail: { what: 'second-look', id, dueOn: dayOfDate(dueOn) },
    });
    const told = {
      kind: 'privacy.clock-over',
      params: { what: 'second-look', dueOn: dayOfDate(dueOn) },
    } as const;
    const bank = { institutionId: institutionId as InstitutionId };
    await notify(tx, { to: bank, urgent: true, ...told, href: `/bank/restatements/${id}` });
    await notify(tx, {
      to: { enterpriseId },
      kind: 'restatement.second-look-overdue',
      params: { dueOn: dayOfDate(dueOn) },
      href: `/my/applications/${of.applicationId}`,
    });
    if (platform)
      await notify(tx, {
        to: { institutionId: platform },
        roles: ['data-operator'],
        ...told,
        href: '/operator/rights',
      });
  }
  return reported;
}
