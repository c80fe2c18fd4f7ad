import type { InstitutionKind } from '~/domain/institution/role-offer.ts';
import { type InstitutionState, type Standing, standingOf } from '~/domain/institution/standing.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';

export type Institution = {
  readonly id: InstitutionId;
  readonly kind: InstitutionKind;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly state: InstitutionState;
  readonly approvedOn: Day | null;
  readonly assessmentExpiresOn: Day | null;
  readonly suspendedAt: Date | null;
  readonly suspendedReason: string | null;
  readonly contact: string | null;
  /** Lists of lenders that schemes name, on which it stands. */
  readonly lenderLists: readonly string[];
};

type Row = NonNullable<Awaited<ReturnType<Tx['institution']['findUnique']>>>;

const institutionOf = (row: Row): Institution => ({
  id: row.id as InstitutionId,
  kind: row.kind as InstitutionKind,
  code: row.code,
  nameZh: row.nameZh,
  nameEn: row.nameEn,
  state: row.state as InstitutionState,
  approvedOn: row.approvedOn && dayOfDate(row.approvedOn),
  assessmentExpiresOn: row.assessmentExpiresOn && dayOfDate(row.assessmentExpiresOn),
  suspendedAt: row.suspendedAt,
  suspendedReason: row.suspendedReason,
  contact: row.contact,
  lenderLists: row.lenderLists,
});

export async function findInstitutions(tx: Tx): Promise<(Institution & { readonly people: number })[]> {
  const rows = await tx.institution.findMany({
    where: { kind: { not: 'example' } },
    orderBy: [{ kind: 'asc' }, { code: 'asc' }],
  });
  const counts = await tx.userAccount.groupBy({
    by: ['institutionId'],
    where: { state: 'active', institutionId: { not: null } },
    _count: true,
  });
  const people = new Map(counts.map((count) => [count.institutionId, count._count]));
  return rows.map((row) => ({ ...institutionOf(row), people: people.get(row.id) ?? 0 }));
}

export async function findInstitution(tx: Tx, id: InstitutionId): Promise<Institution | null> {
  const row = await tx.institution.findUnique({ where: { id } });
  return row && institutionOf(row);
}

/** How an institution stands today; one that is not there may not read either. */
export async function standingNow(tx: Tx, id: string, today: Day): Promise<Standing> {
  const found = await findInstitution(tx, id as InstitutionId);
  return found ? standingOf(found, today) : 'not-admitted';
}

/** The institution, held until the transaction ends so that two steps on it wait for each other. */
export async function lockInstitution(tx: Tx, id: InstitutionId): Promise<Institution | null> {
  await tx.$executeRaw`select 1 from institution where id = ${id}::uuid for update`;
  return findInstitution(tx, id);
}

export type NewInstitution = {
  readonly id: InstitutionId;
  readonly kind: InstitutionKind;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly contact: string;
  readonly now: Date;
};

/** Adds an institution that waits for approval, unless its code is taken; says whether it did. */
export async function addInstitution(tx: Tx, { now: createdAt, ...rest }: NewInstitution): Promise<boolean> {
  const data = { ...rest, state: 'applied', createdAt };
  const { count } = await tx.institution.createMany({ data: [data], skipDuplicates: true });
  return count === 1;
}

export type Change = {
  readonly state?: InstitutionState;
  readonly approvedOn?: Day;
  readonly assessmentExpiresOn?: Day | null;
  readonly suspendedAt?: Date | null;
  readonly suspendedReason?: string | null;
  readonly lenderLists?: string[];
};

export const storeChange = (tx: Tx, id: InstitutionId, change: Change) => {
  const { approvedOn, assessmentExpiresOn: until, ...rest } = change;
  const data = {
    ...rest,
    ...(approvedOn && { approvedOn: dateOfDay(approvedOn) }),
    ...(until !== undefined && { assessmentExpiresOn: until && dateOfDay(until) }),
  };
  return tx.institution.update({ where: { id }, data });
};

type HistoryRow = {
  id: bigint;
  kind: string;
  reason: string | null;
  until: string | null;
  at: Date;
  by: string | null;
};

/** What happened to an institution, latest first. */
export async function findHistory(tx: Tx, id: InstitutionId, limit: number) {
  const rows = await tx.$queryRaw<HistoryRow[]>`
    select l.id, l.kind, l.payload->>'reason' as reason, l.payload->>'until' as until, l.at, u.name as by
    from event_log l left join user_account u on u.id = l.user_id
    where l.institution_id = ${id}::uuid and l.kind like 'institution.%'
    order by l.id desc limit ${limit}`;
  return rows.map((row) => ({ ...row, id: row.id.toString(), at: row.at.toISOString() }));
}

/** How often people of the institution were logged since an instant: reads and refused attempts. */
export async function countUses(tx: Tx, id: InstitutionId, since: Date) {
  const [row] = await tx.$queryRaw<{ reads: number; refused: number }[]>`
    select count(*) filter (where outcome = 'ok')::int as reads, count(*) filter (where outcome = 'refused')::int as refused
    from audit_entry where institution_id = ${id}::uuid and at >= ${since}`;
  return row ?? { reads: 0, refused: 0 };
}

/** The names of an institution in both languages. */
export async function institutionNames(tx: Tx, id: InstitutionId): Promise<{ zh: string; en: string }> {
  const row = await tx.institution.findUniqueOrThrow({
    where: { id },
    select: { nameZh: true, nameEn: true },
  });
  return { zh: row.nameZh, en: row.nameEn };
}
