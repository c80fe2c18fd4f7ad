import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { RestatementCause } from '~/domain/objection/cause.ts';
import type { DiffLine } from '~/domain/score/sheet-diff.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';

export type RestatementRow = {
  readonly id: string;
  readonly cause: RestatementCause;
  readonly refId: string;
  readonly item: string;
  readonly itemZh: string;
  readonly itemEn: string;
  readonly scope: 'public' | 'full';
  readonly beforeId: string | null;
  readonly afterId: string | null;
  readonly beforeMilli: number | null;
  readonly afterMilli: number | null;
  readonly beforeGrade: string | null;
  readonly afterGrade: string | null;
  readonly diff: readonly DiffLine[];
  readonly state: 'effective' | 'announced' | 'unchanged';
  readonly effectiveOn: string;
  readonly madeAt: Date;
};

/** Restatements of a firm, the newest first, or one of them. */
export const findRestatements = (tx: Tx, enterpriseId: EnterpriseId, id: string | null) => tx.$queryRaw<
  RestatementRow[]
>`
  select r.id, r.cause, r.ref_id as "refId", r.item, c.name_zh as "itemZh", c.name_en as "itemEn", r.scope, r.before_id as "beforeId",
         r.after_id as "afterId", r.before_milli as "beforeMilli", r.after_milli as "afterMilli", r.before_grade as "beforeGrade",
         r.after_grade as "afterGrade", r.diff, r.state, r.effective_on::text as "effectiveOn", r.made_at as "madeAt"
  from restatement r
  join lateral (select k.name_zh, k.name_en from catalogue_item k where k.code = r.item order by k.version desc limit 1) c on true
  where r.enterprise_id = ${enterpriseId}::uuid and (${id}::uuid is null or r.id = ${id}::uuid)
  order by r.made_at desc, r.scope limit 50`;

export type NoticeRow = {
  readonly id: string;
  readonly enterpriseId: string;
  readonly firm: string;
  readonly uscc: string | null;
  readonly cause: RestatementCause;
  readonly kind: 'viewer' | 'open-application' | 'second-look';
  readonly applicationId: string | null;
  readonly state: 'told' | 'open' | 'kept' | 'invited';
  readonly dueOn: string | null;
  readonly at: Date;
  readonly fits: 'pass' | 'fail' | 'unknown' | null;
  readonly firstBy: string | null;
  readonly note: string | null;
  readonly handledAt: Date | null;
  readonly handledName: string | null;
};

const selection = Prisma.sql`
  select n.id, n.enterprise_id as "enterpriseId", e.name as firm, e.uscc, n.cause, n.kind, n.application_id as "applicationId",
         n.state, n.due_on::text as "dueOn", n.at, n.fits, n.first_by as "firstBy", n.note, n.handled_at as "handledAt",
         u.name as "handledName"
  from restatement_notice n
  join enterprise e on e.id = n.enterprise_id
  left join user_account u on u.id = n.handled_by`;

/** The notices of the reader's institution (row-level security decides whose): what waits first, then the newest. */
export const findNotices = (tx: Tx, page: number, size: number) => tx.$queryRaw<NoticeRow[]>`
  ${selection} order by (n.state <> 'open'), n.at desc, n.id limit ${size + 1} offset ${page * size}`;

export async function findNotice(tx: Tx, id: string): Promise<NoticeRow | null> {
  const [row] = await tx.$queryRaw<NoticeRow[]>`${selection} where n.id = ${id}::uuid`;
  return row ?? null;
}

/** The notice with its row locked: two people do not handle it at once. */
export async function lockNotice(tx: Tx, id: string): Promise<NoticeRow | null> {
  await tx.$queryRaw`select 1 from restatement_notice where id = ${id}::uuid for update`;
  return findNotice(tx, id);
}

export const changeNotice = (
  tx: Tx,
  { enterpriseId, id }: Pick<NoticeRow, 'enterpriseId' | 'id'>,
  data: Prisma.RestatementNoticeUncheckedUpdateInput,
) => tx.restatementNotice.update({ where: { enterpriseId_id: { enterpriseId, id } }, data });

/** What waits for the reader's institution about one application. */
export const openNoticesOf = (tx: Tx, applicationId: string) =>
  tx.restatementNotice.findMany({
    where: { applicationId, state: 'open' },
    orderBy: { at: 'asc' },
    select: { id: true, kind: true, cause: true },
  });
