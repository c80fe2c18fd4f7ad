import type { UserId } from '~/domain/kernel/id.ts';
import type { IdentityDocument } from '~/domain/privacy/identity-check.ts';
import type { SubjectId } from '~/domain/privacy/person.ts';
import type { Tx } from '~/server/db/client.ts';
import type { IdentityCheck as Row } from '~/server/db/prisma/client.ts';

export type IdentityRow = Omit<Row, 'document'> & { readonly document: IdentityDocument };

const toCheck = (row: Row): IdentityRow => ({ ...row, document: row.document as IdentityDocument });

export const addIdentity = (
  tx: Tx,
  check: {
    readonly id: string;
    readonly tag: string;
    readonly document: IdentityDocument;
    readonly reason: string;
    readonly askedBy: UserId;
    readonly askerName: string;
    readonly askedAt: Date;
  },
) => tx.identityCheck.createMany({ data: [check] });

const newest = [{ askedAt: 'desc' }, { id: 'asc' }] as const;

/** The checks at the desk, each group the newest first: all that were asked for since an instant and wait, then the last of the others. */
export async function identitiesLately(tx: Tx, since: Date): Promise<IdentityRow[]> {
  const waits = { decision: null, askedAt: { gte: since } };
  const waiting = await tx.identityCheck.findMany({ where: waits, orderBy: [...newest] });
  const others = await tx.identityCheck.findMany({ where: { NOT: waits }, orderBy: [...newest], take: 25 });
  return [...waiting, ...others].map(toCheck);
}

export async function findIdentity(tx: Tx, id: string): Promise<IdentityRow | null> {
  const row = await tx.identityCheck.findUnique({ where: { id } });
  return row && toCheck(row);
}

/** The check behind a secret link that it led to. */
export async function identityByToken(tx: Tx, tokenHash: string): Promise<IdentityRow | null> {
  const row = await tx.identityCheck.findUnique({ where: { tokenHash } });
  return row && toCheck(row);
}

/** One decision about a check at a time. */
export const lockIdentity = (tx: Tx, id: string) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`identity:${id}`}, 0))`;

export const decideIdentityRow = (
  tx: Tx,
  id: string,
  data: {
    readonly decision: 'confirmed' | 'refused';
    readonly note: string;
    readonly decidedBy: UserId;
    readonly deciderName: string;
    readonly decidedAt: Date;
    readonly tokenHash: string | null;
    readonly expiresAt: Date | null;
  },
) => tx.identityCheck.updateMany({ where: { id, decision: null }, data });

/** Everybody's books of one person that were not erased: a data subject for each firm. */
export async function booksOf(tx: Tx, tag: string): Promise<SubjectId[]> {
  const rows = await tx.dataSubject.findMany({
    where: { tag, erasedAt: null },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => id as SubjectId);
}

/** The firms that named one of these subjects. */
const firmsNaming = (tx: Tx, subjects: readonly SubjectId[]) => tx.$queryRaw<{ readonly firm: string }[]>`
  select distinct e.name as firm from person p join enterprise e on e.id = p.enterprise_id
  where p.subject_id = any(${[...subjects]}::uuid[])`;

/** The firms with which records about one of these subjects are held. */
const firmsSpokenOf = (tx: Tx, subjects: readonly SubjectId[]) => tx.$queryRaw<{ readonly firm: string }[]>`
  select distinct e.name as firm from person_fact f join enterprise e on e.id = f.enterprise_id
  where f.subject_id = any(${[...subjects]}::uuid[])`;

/** The names of the firms with which something is held about these subjects. */
export async function firmsOfBooks(tx: Tx, subjects: readonly SubjectId[]): Promise<string[]> {
  const rows = [...(await firmsNaming(tx, subjects)), ...(await firmsSpokenOf(tx, subjects))];
  return [...new Set(rows.map(({ firm }) => firm))].sort();
}

/** Takes the hash of a person who had everything erased away from the checks as well. */
export const forgetIdentities = (tx: Tx, tag: string) =>
  tx.identityCheck.updateMany({ where: { tag }, data: { tag: null } });

export const addWholeReport = (
  tx: Tx,
  report: { readonly id: string; readonly identityId: string; readonly at: Date },
) => tx.wholeReport.createMany({ data: [report] });

export const findWholeReport = (tx: Tx, identityId: string, id: string) =>
  tx.wholeReport.findFirst({ where: { id, identityId } });

/** When reports on everything were opened behind the links of these checks' person. */
export async function wholeReportsOf(tx: Tx, tag: string): Promise<Date[]> {
  const rows = await tx.$queryRaw<{ at: Date }[]>`
    select r.at from whole_report r join identity_check c on c.id = r.identity_id where c.tag = ${tag} order by r.at`;
  return rows.map(({ at }) => at);
}
