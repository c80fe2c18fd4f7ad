import type { Role } from '~/domain/institution/role.ts';
import { type Day, dayAt } from '~/domain/kernel/day.ts';
import { breachClocks, runningClock } from '~/domain/privacy/breach.ts';
import { glassReviewDue } from '~/domain/privacy/glass.ts';
import { system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { platformId } from '~/server/consent/store-chase.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';
import { type Notice, notify } from '~/server/platform/notify.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';
import { glassToReview } from '~/server/privacy/store-glass.ts';
import { noteEscalation, overduePersonObjections } from '~/server/privacy/store-person-rights.ts';
import { allBreaches, eventsOfBreaches } from '~/server/privacy/store-registers.ts';
import { conflictClocks } from '~/server/record/conflict-clocks.ts';

/** A clock that ran out: of what kind, about which row, for which step, whom of the platform it concerns. */
type Late = {
  readonly kind: 'glass-review' | 'breach' | 'person-objection' | 'conflict';
  readonly id: string;
  readonly step: string;
  readonly what: string;
  readonly dueOn: Day;
  readonly roles: readonly Role[];
  readonly href: string;
  /** A department that hears of it as well, in words of its own. */
  readonly department?: Omit<Notice, 'roles' | 'urgent'>;
};

/**
 * Once a day: reviews of emergency access, steps of breaches, objections of persons and conflicts between sources whose
 * clock ran out are reported to those of the platform whom they concern, each once; the department whose item is in
 * conflict hears of it too. Returns how many were reported.
 */
export async function escalateClocks(tx: Tx, today: Day): Promise<number> {
  const platform = await platformId(tx);
  if (!platform) return 0;
  const late = [
    ...(await lateGlass(tx)),
    ...(await lateBreaches(tx)),
    ...(await lateObjections(tx, today)),
    ...(await lateConflicts(tx, today)),
  ];
  let reported = 0;
  for (const { kind, id, step, what, dueOn, roles, href, department } of late) {
    if (!(await noteEscalation(tx, { kind, subjectId: id, step, at: clock.now() }))) continue;
    reported += 1;
    const params = { what, dueOn };
    await notify(tx, {
      to: { institutionId: platform },
      roles,
      urgent: true,
      kind: 'privacy.clock-over',
      params,
      href,
    });
    if (department) await notify(tx, department);
    await appendAudit(tx, system('privacy.clocks'), {
      action: 'privacy.clock-over',
      detail: { what, id, dueOn },
    });
  }
  return reported;
}

async function lateGlass(tx: Tx): Promise<Late[]> {
  const { breakGlass } = await readPrivacyDuties(tx, clock.today());
  return (await glassToReview(tx)).flatMap((row) => {
    const due = glassReviewDue(row, breakGlass);
    if (!due || due >= clock.now()) return [];
    const roles = ['audit-admin', 'security-admin'] as const;
    const of = { kind: 'glass-review', id: row.id, step: 'review', what: 'glass-review' } as const;
    return [{ ...of, dueOn: dayAt(due), roles, href: `/operator/emergency/${row.id}` }];
  });
}

async function lateBreaches(tx: Tx): Promise<Late[]> {
  const { breach } = await readPrivacyDuties(tx, clock.today());
  const rows = await allBreaches(tx);
  const events = await eventsOfBreaches(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id, discoveredAt }) => {
    const done = events.filter(({ breachId }) => breachId === id).map(({ step }) => step);
    const running = done.includes('closed') ? null : runningClock(breachClocks(discoveredAt, breach), done);
    if (!running || running.due >= clock.now()) return [];
    const roles = ['security-admin', 'data-operator'] as const;
    const of = { kind: 'breach', id, step: running.step, what: `breach-${running.step}` } as const;
    return [{ ...of, dueOn: dayAt(running.due), roles, href: `/operator/privacy/breaches/${id}` }];
  });
}

async function lateObjections(tx: Tx, today: Day): Promise<Late[]> {
  const rows = await overduePersonObjections(tx, dateOfDay(today));
  return rows.map(({ id, dueOn }) => ({
    ...{ kind: 'person-objection', id, step: 'answer', what: 'person-objection' },
    ...{ dueOn: dayOfDate(dueOn), roles: ['data-operator'], href: '/operator/privacy' },
  }));
}

/** Of a comparison all conflicts are due together: they are reported together. */
async function lateConflicts(tx: Tx, today: Day): Promise<Late[]> {
  const runs = (await conflictClocks(tx, today)).filter(({ isLate }) => isLate);
  return runs.map(({ reconciliationId, itemName, providerId, waiting, dueOn }) => ({
    ...{ kind: 'conflict', id: reconciliationId, step: 'decide', what: 'conflict', dueOn },
    ...{ roles: ['data-operator', 'audit-admin'], href: '/operator/conflicts' },
    ...(providerId && {
      department: {
        to: { institutionId: providerId },
        kind: 'record.conflicts-overdue',
        params: { item: itemName.zh, itemEn: itemName.en, waiting, dueOn },
        href: '/provider/scorecard',
      },
    }),
  }));
}
