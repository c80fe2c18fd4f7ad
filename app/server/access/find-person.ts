import type { InstitutionKind } from '~/domain/institution/role-offer.ts';
import { type InstitutionState, type Standing, standingOf } from '~/domain/institution/standing.ts';
import { type Day, dayAt } from '~/domain/kernel/day.ts';
import type { BranchId, EnterpriseId, InstitutionId, UserId } from '~/domain/kernel/id.ts';
import type { Person, Role } from '~/server/access/actor.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';

export type PersonRow = {
  user_id: string;
  name: string;
  role: string;
  demo: boolean;
  enterprise_id: string | null;
  institution_id: string | null;
  institution_name: string | null;
  branch_id: string | null;
  institution_kind: string | null;
  institution_state: string | null;
  expires_on: string | null;
};

/** What `personOf` needs of `user_account u left join institution i`. */
export const personColumns = Prisma.sql`
  u.id as user_id, u.name, u.role, u.demo, u.enterprise_id, u.institution_id, u.branch_id, i.name_zh as institution_name,
  i.kind as institution_kind, i.state as institution_state, i.assessment_expires_on::text as expires_on`;

export const personOf = (row: PersonRow): Person => ({
  kind: 'person',
  userId: row.user_id as UserId,
  name: row.name,
  role: row.role as Role,
  enterpriseId: row.enterprise_id as EnterpriseId | null,
  institutionId: row.institution_id as InstitutionId | null,
  institutionName: row.institution_name,
  branchId: row.branch_id as BranchId | null,
  demo: row.demo,
});

/** A person of a firm stands good by themselves; one of an institution as the institution stands today. */
export const standingToday = (row: PersonRow, now: Date): Standing =>
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

/**
 * Somebody as they would come in now, for work that is done in their name while they are away: null once the account is
 * disabled or their institution may not read.
 */
export async function findPersonAsOf(
  tx: Tx,
  userId: string,
  now: Date,
): Promise<{ readonly person: Person; readonly locale: string | null } | null> {
  const [row] = await tx.$queryRaw<(PersonRow & { locale: string | null })[]>`
    select ${personColumns}, u.locale from user_account u left join institution i on i.id = u.institution_id
    where u.id = ${userId}::uuid and u.state = 'active'`;
  if (!row || standingToday(row, now) !== 'good') return null;
  return { person: personOf(row), locale: row.locale };
}

/** Whether somebody's account is open and only their institution may not read now: what is meant for them waits and is not dropped. */
export async function isKeptFrom(tx: Tx, userId: string, now: Date): Promise<boolean> {
  const [row] = await tx.$queryRaw<PersonRow[]>`
    select ${personColumns} from user_account u join institution i on i.id = u.institution_id
    where u.id = ${userId}::uuid and u.state = 'active'`;
  return row !== undefined && standingToday(row, now) !== 'good';
}
