import type { EnterpriseId, FactId, InstitutionId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';
import type { ChangedRecord } from '~/server/restatement/store.ts';

export type PersonChange = {
  /** The consent that ended, or the erasure. */
  readonly ref: string;
  readonly cause: 'person-withdrawal' | 'erasure';
};

type Row = {
  readonly subjectId: string;
  readonly item: string;
  readonly at: Date;
  readonly since: Date;
};

/** What ended for a person of a firm, as a change of the first item that it opened; null when it opened none. */
export async function personChange(
  tx: Tx,
  { enterpriseId, ref, cause }: PersonChange & { readonly enterpriseId: EnterpriseId },
): Promise<{ readonly subjectId: string; readonly record: ChangedRecord } | null> {
  const [row] =
    cause === 'person-withdrawal'
      ? await tx.$queryRaw<Row[]>`
          select p.subject_id as "subjectId", c.items[1] as item, c.revoked_at as at, c.granted_at as since
          from person_consent c join person p on p.enterprise_id = c.enterprise_id and p.id = c.person_id
          where c.enterprise_id = ${enterpriseId}::uuid and c.id = ${ref}::uuid and c.revoked_at is not null`
      : await tx.$queryRaw<Row[]>`
          select x.subject_id as "subjectId", h.item, x.at, h.since
          from erasure x cross join lateral (
            select f.item, f.known_at as since from person_fact f
            where f.enterprise_id = ${enterpriseId}::uuid and f.subject_id = x.subject_id
            union all
            select c.items[1], c.granted_at from person_consent c
            join person p on p.enterprise_id = c.enterprise_id and p.id = c.person_id
            where c.enterprise_id = ${enterpriseId}::uuid and p.subject_id = x.subject_id) h
          where x.id = ${ref}::uuid order by h.since, h.item limit 1`;
  if (!row) return null;
  const { subjectId, item, at, since } = row;
  return { subjectId, record: changeOf({ ref, cause, item, at, since }) };
}

const changeOf = ({ ref, cause, item, at, since }: PersonChange & Omit<Row, 'subjectId'>): ChangedRecord => ({
  ref: ref as FactId,
  op: cause,
  item,
  sourceKey: new Uint8Array(),
  knownAt: at,
  firstKnownAt: since,
});

/** The erasure of a book as a change of an item that it held. */
export async function recordOfErasure(
  tx: Tx,
  ref: string,
  item: string,
  since: Date,
): Promise<ChangedRecord | null> {
  const erasure = await tx.erasure.findUnique({ where: { id: ref }, select: { at: true } });
  return erasure && changeOf({ ref, cause: 'erasure', item, at: erasure.at, since });
}

/** Institutions that got an answer about a person of a firm. */
export async function askersAbout(
  tx: Tx,
  enterpriseId: EnterpriseId,
  subjectId: string,
): Promise<InstitutionId[]> {
  const rows = await tx.$queryRaw<{ id: InstitutionId }[]>`
    select distinct q.institution_id as id from yes_no_question q
    join person p on p.enterprise_id = q.enterprise_id and p.id = q.person_id
    where q.enterprise_id = ${enterpriseId}::uuid and p.subject_id = ${subjectId}::uuid and q.answer is not null order by 1`;
  return rows.map(({ id }) => id);
}
