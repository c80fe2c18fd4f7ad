import type { InstitutionKind } from '~/domain/institution/role-offer.ts';
import { type InstitutionState, type Standing, standingOf } from '~/domain/institution/standing.ts';
import { type Day, dayAt } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId, UserId } from '~/domain/kernel/id.ts';
import type { Person, Role } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';

type Row = {
  user_id: string;
  name: string;
  role: string;
  demo: boolean;
  last_seen_at: Date;
  enterprise_id: string | null;
  institution_id: string | null;
  institution_name: string | null;
  institution_kind: string | null;
  institution_state: string | null;
  expires_on: string | null;
};

/** A person of a firm stands good by themselves; one of an institution as the institution stands today. */
const standingToday = (row: Row, now: Date): Standing =>
  row.institution_state === null
    ? 'good'
    : standingOf(
        {
          kind: row.institution_kind as InstitutionKind,
          state: row.institution_state as InstitutionState,
          assessmentExpiresOn: row.expires_on as Day | null,
        },
        dayAt(now),
      );

/** The person of a live session: not idle since `idleSince`, not past its end, the account not disabled. */
export async function findPerson(tx: Tx, sessionId: string, now: Date, idleSince: Date) {
  const [row] = await tx.$queryRaw<Row[]>`
    select u.id as user_id, u.name, u.role, u.demo, s.last_seen_at, u.enterprise_id, u.institution_id,
           i.name_zh as institution_name, i.kind as institution_kind, i.state as institution_state, i.assessment_expires_on::text as expires_on
    from session s
    join user_account u on u.id = s.user_id and u.state = 'active'
    left join institution i on i.id = u.institution_id
    where s.id = ${sessionId} and s.expires_at > ${now} and s.last_seen_at > ${idleSince}`;
  if (!row) return null;
  const actor: Person = {
    kind: 'person',
    userId: row.user_id as UserId,
    name: row.name,
    role: row.role as Role,
    enterpriseId: row.enterprise_id as EnterpriseId | null,
    institutionId: row.institution_id as InstitutionId | null,
    institutionName: row.institution_name,
    demo: row.demo,
  };
  return { actor, standing: standingToday(row, now), lastSeenAt: row.last_seen_at };
}

export const touchSession = (tx: Tx, id: string, now: Date) =>
  tx.session.updateMany({ where: { id }, data: { lastSeenAt: now } });

export const openSession = (tx: Tx, s: { id: string; userId: UserId; now: Date; expiresAt: Date }) =>
  tx.session.create({
    data: { id: s.id, userId: s.userId, createdAt: s.now, lastSeenAt: s.now, expiresAt: s.expiresAt },
  });

export const removeSession = (tx: Tx, id: string) => tx.session.deleteMany({ where: { id } });
