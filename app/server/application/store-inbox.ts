import { Prisma, type Tx } from '~/server/db/client.ts';

/** Which applications of the bank are shown, in which order, from where on. */
export type InboxQuery = {
  readonly state: InboxState;
  readonly sort: 'due' | 'submitted' | 'amount';
  readonly dir: 'asc' | 'desc';
  /** A part of the firm's name; empty for all. */
  readonly firm?: string;
  /** The officer who has it; null for all. */
  readonly maker?: string | null;
  /** The last row of the page before: its value in the order, and its id. */
  readonly after: { readonly value: string; readonly id: string } | null;
};

export const inboxStates = [
  'open',
  'mine',
  'submitted',
  'in-review',
  'proposed',
  'approved',
  'closed',
] as const;
export type InboxState = (typeof inboxStates)[number];

export type InboxRow = {
  readonly id: string;
  readonly firm: string;
  readonly kind: string;
  readonly productZh: string;
  readonly productEn: string;
  readonly amountFen: string;
  readonly termMonths: number;
  readonly state: string;
  /** Instants, in milliseconds. */
  readonly submittedAt: number;
  readonly dueAt: number | null;
  readonly maker: string | null;
  readonly hasConsent: boolean;
  /** The row's value in the order asked for. */
  readonly key: string;
};

const openStates = Prisma.sql`('submitted', 'in-review', 'proposed', 'second-look')`;
const due = Prisma.sql`case when a.state = 'submitted' then a.pickup_due_at
                         when a.state = 'in-review' and a.paused_on is not null and a.resumed_on is null then null
                         when a.state in ('in-review', 'proposed', 'second-look') then a.decision_due_at end`;
const keys = {
  due: Prisma.sql`coalesce(extract(epoch from ${due}) * 1000, 0)::bigint`,
  submitted: Prisma.sql`(extract(epoch from a.submitted_at) * 1000)::bigint`,
  amount: Prisma.sql`a.amount_fen`,
};

function filterOf(state: InboxState, userId: string): Prisma.Sql {
  if (state === 'open') return Prisma.sql`a.state in ${openStates}`;
  if (state === 'mine') return Prisma.sql`a.maker_id = ${userId}::uuid and a.closed_at is null`;
  if (state === 'approved') return Prisma.sql`a.state in ('approved', 'accepted', 'contracted')`;
  if (state === 'closed') return Prisma.sql`a.closed_at is not null`;
  return Prisma.sql`a.state = ${state}`;
}

/** A wildcard typed into the name stands for itself. */
const likeOf = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

const narrowed = ({ firm, maker }: InboxQuery): Prisma.Sql =>
  Prisma.sql`${firm ? Prisma.sql`and e.name like ${likeOf(firm)}` : Prisma.empty}
             ${maker ? Prisma.sql`and a.maker_id = ${maker}::uuid` : Prisma.empty}`;

/** Who asks. Row security shows no other bank's applications; the bank named beside it is what an index finds them by. */
export type InboxReader = { readonly userId: string; readonly institutionId: string };

/**
 * A page of the bank's applications. The page is cut before anything is looked up beside the applications, and comes as
 * one value: forty rows cost no more to take over than one.
 */
export async function inboxPage(
  tx: Tx,
  query: InboxQuery,
  { userId, institutionId }: InboxReader,
  now: Date,
  limit: number,
): Promise<InboxRow[]> {
  const key = keys[query.sort];
  const later = query.dir === 'asc' ? Prisma.sql`>` : Prisma.sql`<`;
  const after = query.after
    ? Prisma.sql`and (${key}, a.id) ${later} (${query.after.value}::bigint, ${query.after.id}::uuid)`
    : Prisma.empty;
  const dir = query.dir === 'asc' ? Prisma.sql`asc` : Prisma.sql`desc`;
  const named = query.firm ? Prisma.sql`join enterprise e on e.id = a.enterprise_id` : Prisma.empty;
  const [page] = await tx.$queryRaw<{ rows: string }[]>`
    with cut as materialized (
      select a.*, ${key} as key, ${due} as due_at from application a ${named}
      where a.institution_id = ${institutionId}::uuid and ${filterOf(query.state, userId)} ${narrowed(query)} ${after}
      order by ${key} ${dir}, a.id ${dir} limit ${limit}
    ), shown as (
      select a.id, e.name as firm, e.kind, p.name_zh as "productZh", p.name_en as "productEn", a.amount_fen::text as "amountFen",
             a.term_months as "termMonths", a.state, (extract(epoch from a.submitted_at) * 1000)::bigint as "submittedAt",
             (extract(epoch from a.due_at) * 1000)::bigint as "dueAt", coalesce(m.name, 'API · ' || c.name) as maker,
             exists (select 1 from consent g where g.enterprise_id = a.enterprise_id and g.institution_id = a.institution_id
                       and g.purpose = 'pre-loan' and (g.product_id is null or g.product_id = a.product_id)
                       and g.revoked_at is null and g.paused_at is null and g.valid_to > ${now}) as "hasConsent",
             a.key::text as key, a.key as place
      from cut a
      join enterprise e on e.id = a.enterprise_id
      join product p on p.id = a.product_id
      left join user_account m on m.id = a.maker_id
      left join api_client c on c.id = a.maker_id
    )
    select coalesce(json_agg(s order by s.place ${dir}, s.id ${dir}), '[]')::text as rows from shown s`;
  const rows = JSON.parse(page?.rows ?? '[]') as (InboxRow & { readonly place: unknown })[];
  return rows.map(({ place: _, ...row }) => row);
}

export type InboxCounts = { readonly [S in InboxState]: number };

/** What stands around the list: how many applications are behind each filter, the bank's officers, the reader's own views. */
export type InboxDesk = {
  readonly counts: InboxCounts;
  readonly officers: readonly { readonly id: string; readonly name: string }[];
  readonly views: readonly { readonly id: string; readonly name: string; readonly query: string }[];
};

/** The same in one question. Closed applications are many and only ever grow: they are counted for who looks at them. */
export async function inboxDesk(
  tx: Tx,
  { userId, institutionId }: InboxReader,
  state: InboxState,
): Promise<InboxDesk> {
  const count = (filter: InboxState) => Prisma.sql`count(*) filter (where ${filterOf(filter, userId)})::int`;
  const closed =
    state === 'closed'
      ? Prisma.sql`(select count(*)::int from application a
                    where a.institution_id = ${institutionId}::uuid and a.closed_at is not null)`
      : Prisma.sql`0`;
  const [row] = await tx.$queryRaw<{ desk: string }[]>`
    select json_build_object(
      'counts', (
        select json_build_object('open', ${count('open')}, 'mine', ${count('mine')}, 'submitted', ${count('submitted')},
                                 'in-review', ${count('in-review')}, 'proposed', ${count('proposed')},
                                 'approved', ${count('approved')}, 'closed', ${closed})
        from application a where a.institution_id = ${institutionId}::uuid and a.closed_at is null),
      'officers', (
        select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name, u.id), '[]')
        from user_account u
        where u.institution_id = ${institutionId}::uuid and u.role = 'officer' and u.state = 'active'),
      'views', (
        select coalesce(json_agg(json_build_object('id', v.id, 'name', v.name, 'query', v.query) order by v.name), '[]')
        from inbox_view v where v.user_id = ${userId}::uuid)
    )::text as desk`;
  return JSON.parse(row?.desk ?? '') as InboxDesk;
}
