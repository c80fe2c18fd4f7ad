import type { Standing } from '~/domain/institution/standing.ts';
import { addDays, type Day, dayAt } from '~/domain/kernel/day.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { findAdmission } from '~/server/access/store-standing.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';

export type ShutOut = {
  readonly code: `institution.${Exclude<Standing, 'good'>}`;
  /** The first day without access; null before the first admission. */
  readonly since: Day | null;
  /** Why it was suspended, for the institution's own administrator. */
  readonly reason: string | null;
  /** Whom to turn to. */
  readonly contact: string | null;
  /** Whether the reader can hand in what is missing. */
  readonly isAdmin: boolean;
};

const isAdmin = ({ role }: Person): boolean => role === 'institution-admin' || role === 'guarantee-admin';

/**
 * Why a person of an institution is not let in, from which day on, and whom to turn to. The reason that the security administrator wrote is
 * for the institution's administrator; everybody else learns the day and what to do.
 */
export async function whyShutOut(person: Person, standing: Exclude<Standing, 'good'>): Promise<ShutOut> {
  const code = `institution.${standing}` as const;
  const found = await withActor(system('access'), (tx) => findAdmission(tx, person.institutionId ?? ''));
  const { contact = null, suspendedReason = null } = found ?? {};
  const shut = { code, contact, isAdmin: isAdmin(person) };
  const reason = standing === 'suspended' && isAdmin(person) ? suspendedReason : null;
  return { ...shut, since: sinceOf(found, standing), reason };
}

/** The first day without access, for machines: they have no administrator. */
export async function shutOutSince(institutionId: string, standing: Standing): Promise<Day | null> {
  const found = await withActor(system('access'), (tx) => findAdmission(tx, institutionId));
  return sinceOf(found, standing);
}

/** The day of the suspension, or the day after the last of the assessment; no other standing begins on a day of its own. */
function sinceOf(found: Awaited<ReturnType<typeof findAdmission>>, standing: Standing): Day | null {
  if (standing === 'suspended') return found?.suspendedAt ? dayAt(found.suspendedAt) : null;
  if (standing !== 'assessment-expired' || !found?.assessmentExpiresOn) return null;
  return addDays(dayOfDate(found.assessmentExpiresOn), 1);
}
