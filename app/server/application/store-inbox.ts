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
  readonly submittedAt: Date;
  readonly dueAt: Date | null;
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

/** A page of the bank's applications. */
export function inboxPage(
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
  return tx.$queryRaw<InboxRow[]>`
    select a.id, e.name as firm, e.kind, p.name_zh as "productZh", p.name_en as "productEn", a.amount_fen::text as "amountFen",
           a.term_months as "termMonths", a.state, a.submitted_at as "submittedAt", ${due} as "dueAt", coalesce(m.name, 'API · ' || c.name) as maker,
           exists (select 1 from consent g where g.enterprise_id = a.enterprise_id and g.institution_id = a.institution_id
                     and g.purpose = 'pre-loan' and (g.product_id is null or g.product_id = a.product_id)
                     and g.revoked_at is null and g.paused_at is null and g.valid_to > ${now}) as "hasConsent",
           ${key}::text as key
    from application a
    join enterprise e on e.id = a.enterprise_id
    join product p on p.id = a.product_id
    left join user_account m on m.id = a.maker_id
    left join api_client c on c.id = a.maker_id
    where a.institution_id = ${institutionId}::uuid and ${filterOf(query.state, userId)} ${narrowed(query)} ${after}
    order by ${key} ${dir}, a.id ${dir} limit ${limit}`;
}

export type InboxCounts = { readonly [S in InboxState]: number };

/** How many applications stand behind each filter. */
export async function inboxCounts(tx: Tx, { userId, institutionId }: InboxReader): Promise<InboxCounts> {
  const count = (state: InboxState) => Prisma.sql`count(*) filter (where ${filterOf(state, userId)})::int`;
  const [row] = await tx.$queryRaw<InboxCounts[]>`
    select ${count('open')} as open, ${count('mine')} as mine, ${count('submitted')} as submitted,
           ${count('in-review')} as "in-review", ${count('proposed')} as proposed, ${count('approved')} as approved,
           ${count('closed')} as closed
    from application a where a.institution_id = ${institutionId}::uuid`;
  return row as InboxCounts;
}
