import { addDays, startOf } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';
import { Prisma } from '~/server/db/client.ts';
import { literally } from '~/server/db/sql-text.ts';
import { type AuditPlace, type AuditQuery, readPlace } from '~/server/overview/audit-query.ts';

export type AuditLineRow = AuditPlace & {
  readonly who: string;
  readonly role: string;
  readonly institutionZh: string | null;
  readonly institutionEn: string | null;
  readonly firm: string | null;
  readonly uscc: string | null;
  readonly enterpriseId: string | null;
  readonly action: string;
  readonly purpose: string | null;
  readonly consentId: string | null;
  readonly outcome: string;
  readonly detail: string | null;
  readonly hash: string;
};

const contains = (typed: string) => `%${literally(typed)}%`;

/** The conditions of a search; each one narrows, none is required. */
function conditionsOf(query: AuditQuery): Prisma.Sql {
  const { who, institution, firm, action, outcome, from, to } = query;
  const after = readPlace(query.after);
  const conditions = [
    Prisma.sql`true`,
    who && Prisma.sql`a.user_name ilike ${contains(who)}`,
    institution && Prisma.sql`a.institution_id = ${institution}::uuid`,
    firm &&
      Prisma.sql`a.enterprise_id in (select id from enterprise where uscc = upper(${firm}) or name ilike ${contains(firm)})`,
    action && Prisma.sql`a.action like ${`${action}%`}`,
    outcome && Prisma.sql`a.outcome = ${outcome}`,
    from && Prisma.sql`a.at >= ${startOf(from)}`,
    to && Prisma.sql`a.at < ${startOf(addDays(to, 1))}`,
    after && Prisma.sql`(a.at, a.stream, a.seq) < (${after.at}, ${after.stream}, ${after.seq})`,
  ].filter((condition): condition is Prisma.Sql => Boolean(condition));
  return Prisma.join(conditions, ' and ');
}

/** Lines of the audit log that fit, the latest first. */
export const findAuditLines = (tx: Tx, query: AuditQuery, limit: number): Promise<AuditLineRow[]> =>
  tx.$queryRaw<AuditLineRow[]>`
    select a.at, a.stream, a.seq, a.user_name as who, a.role, i.name_zh as "institutionZh", i.name_en as "institutionEn",
           e.name as firm, e.uscc, a.enterprise_id as "enterpriseId", a.action, a.purpose, a.consent_id as "consentId",
           a.outcome, (a.body::jsonb->'detail')::text as detail, a.hash
    from audit_entry a
    left join institution i on i.id = a.institution_id
    left join enterprise e on e.id = a.enterprise_id
    where ${conditionsOf(query)}
    order by a.at desc, a.stream desc, a.seq desc
    limit ${limit}`;

/** The last verdict on the chains, if there is one. */
export async function findLastVerdict(tx: Tx, action: string) {
  const [row] = await tx.$queryRaw<{ at: Date; outcome: string; detail: VerdictDetail }[]>`
    select at, outcome, body::jsonb->'detail' as detail from audit_entry
    where stream = 'platform' and action = ${action} order by seq desc limit 1`;
  return row ?? null;
}

type VerdictDetail = {
  readonly streams: number;
  readonly entries: number;
  readonly firstFault: { readonly stream: string; readonly seq: string; readonly kind: FaultKind } | null;
};
type FaultKind = 'changed' | 'column' | 'missing' | 'cut' | 'anchor';

/** Institutions by name, to choose from. */
export const findInstitutionNames = (tx: Tx) =>
  tx.institution.findMany({ select: { id: true, nameZh: true, nameEn: true }, orderBy: { code: 'asc' } });
