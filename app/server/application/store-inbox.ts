import { Prisma, type Tx } from '~/server/db/client.ts';
import { inMs } from '~/server/db/sql-text.ts';
import { due, type InboxQuery, type InboxState, narrowed, orderOf, stateIs } from './store-inbox-query.ts';

export type InboxRow = {
  readonly id: string;
  readonly firm: string;
  readonly productZh: string;
  readonly productEn: string;
  readonly amountFen: string;
  readonly termMonths: number;
  readonly state: string;
  /** Instants, in milliseconds. */
  readonly submittedAt: number;
  readonly dueAt: number | null;
  readonly maker: string | null;
  /** The branch that it lies with; null is the head office. */
  readonly branchZh: string | null;
  readonly branchEn: string | null;
  readonly hasConsent: boolean;
  /** The row's value in the order asked for. */
  readonly key: string;
};

/** Closed applications are many and only ever grow: null where nobody looks at them. */
export type InboxCounts = { readonly [S in Exclude<InboxState, 'closed'>]: number } & {
  readonly closed: number | null;
};

/** What stands around the list: how many applications are behind each state, and what a filter may name. */
export type InboxDesk = {
  readonly counts: InboxCounts;
  readonly officers: readonly {
    readonly id: string;
    readonly name: string;
    readonly branch: string | null;
  }[];
  /** The bank’s open branches; empty for who works at one. */
  readonly branches: readonly { readonly id: string; readonly zh: string; readonly en: string }[];
  readonly products: readonly { readonly id: string; readonly zh: string; readonly en: string }[];
  readonly views: readonly { readonly id: string; readonly name: string; readonly query: string }[];
};

/** Who asks. Row security shows no other bank's applications; the bank named beside it is what an index finds them by. */
export type InboxReader = {
  readonly userId: string;
  readonly institutionId: string;
  readonly branchId?: string | null;
};

/** Now, and the most rows to read. */
type Reading = { readonly now: Date; readonly limit: number };

/**
 * A page of the bank's applications with the reader's desk, in one question and as two values: forty rows cost no more to
 * take over than one. The page is cut before anything is looked up beside the applications.
 */
export async function inboxPage(
  tx: Tx,
  query: InboxQuery,
  reader: InboxReader,
  { now, limit }: Reading,
): Promise<{ readonly rows: readonly InboxRow[]; readonly desk: InboxDesk }> {
  const { by, dir, from, place } = orderOf(query);
  const narrow = narrowed(query, now);
  const [page] = await tx.$queryRaw<{ rows: string; desk: string }[]>`
    with cut as materialized (
      select a.id, a.enterprise_id, a.institution_id, a.branch_id, a.product_id, a.maker_id, a.amount_fen, a.term_months, a.state,
             a.submitted_at, ${due} as due_at, ${by} as place
      from application a ${narrow.from}
      where a.institution_id = ${reader.institutionId}::uuid and ${stateIs(query.state, reader.userId)}
        and ${narrow.where} and ${from}
      order by ${by} ${dir}, a.id ${dir} limit ${limit}
    ), shown as (
      select a.id, e.name as firm, p.name_zh as "productZh", p.name_en as "productEn", a.amount_fen::text as "amountFen",
             a.term_months as "termMonths", a.state, ${inMs(Prisma.sql`a.submitted_at`)} as "submittedAt",
             ${inMs(Prisma.sql`a.due_at`)} as "dueAt", coalesce(m.name, 'API · ' || c.name) as maker,
             b.name_zh as "branchZh", b.name_en as "branchEn",
             exists (select 1 from consent g where g.enterprise_id = a.enterprise_id and g.institution_id = a.institution_id
                       and g.purpose = 'pre-loan' and (g.product_id is null or g.product_id = a.product_id)
                       and g.revoked_at is null and g.paused_at is null and g.valid_to > ${now}) as "hasConsent",
             ${place(Prisma.sql`a.place`)}::text as key, a.place
      from cut a
      join enterprise e on e.id = a.enterprise_id
      join product p on p.id = a.product_id
      left join branch b on b.id = a.branch_id
      left join user_account m on m.id = a.maker_id
      left join api_client c on c.id = a.maker_id
    )
    select (select coalesce(json_agg(s order by s.place ${dir}, s.id ${dir}), '[]')::text from shown s) as rows,
           ${deskOf(reader, query.state)}::text as desk`;
  const rows = JSON.parse(page?.rows ?? '[]') as (InboxRow & { readonly place: unknown })[];
  return { rows: rows.map(({ place: _, ...row }) => row), desk: JSON.parse(page?.desk ?? '') as InboxDesk };
}

function deskOf({ userId, institutionId, branchId = null }: InboxReader, state: InboxState): Prisma.Sql {
  const count = (of: InboxState) => Prisma.sql`count(*) filter (where ${stateIs(of, userId)})::int`;
  const closed =
    state === 'closed'
      ? Prisma.sql`(select count(*)::int from application a
                    where a.institution_id = ${institutionId}::uuid and a.closed_at is not null)`
      : Prisma.sql`null`;
  return Prisma.sql`json_build_object(
      'counts', (
        select json_build_object('open', ${count('open')}, 'mine', ${count('mine')}, 'submitted', ${count('submitted')},
                                 'in-review', ${count('in-review')}, 'proposed', ${count('proposed')},
                                 'approved', ${count('approved')}, 'closed', ${closed})
        from application a where a.institution_id = ${institutionId}::uuid and a.closed_at is null),
      'officers', (
        select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'branch', u.branch_id) order by u.name, u.id), '[]')
        from user_account u
        where u.institution_id = ${institutionId}::uuid and u.role = 'officer' and u.state = 'active'
          and (${branchId}::uuid is null or u.branch_id is null or u.branch_id = ${branchId}::uuid)),
      'branches', (
        select coalesce(json_agg(json_build_object('id', b.id, 'zh', b.name_zh, 'en', b.name_en) order by b.name_zh, b.id), '[]')
        from branch b where b.institution_id = ${institutionId}::uuid and b.closed_at is null and ${branchId}::uuid is null),
      'products', (
        select coalesce(json_agg(json_build_object('id', p.id, 'zh', p.name_zh, 'en', p.name_en) order by p.code), '[]')
        from product p where p.institution_id = ${institutionId}::uuid),
      'views', (
        select coalesce(json_agg(json_build_object('id', v.id, 'name', v.name, 'query', v.query) order by v.name), '[]')
        from inbox_view v where v.user_id = ${userId}::uuid))`;
}
