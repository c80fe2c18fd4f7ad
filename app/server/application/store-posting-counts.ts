import { Prisma, type Tx } from '~/server/db/client.ts';

export type PostingState = 'open' | 'ended' | 'closed' | 'all';

type Row = {
  readonly id: string;
  readonly state: 'open' | 'ended' | 'closed';
  readonly named: boolean;
  readonly recommended: boolean;
  readonly postedOn: string;
  readonly openUntil: string;
  readonly amountFen: string;
  readonly termMonths: number;
  readonly purpose: string;
  /** Banks that took it up, that stated terms, that passed, that let their time run out, and that the firm freed of it. */
  readonly taken: number;
  readonly offered: number;
  readonly passed: number;
  readonly returned: number;
  readonly freed: number;
};

/** Postings of all firms with the number of banks by what they did. */
export const postingCounts = (tx: Tx, state: PostingState, most: number): Promise<Row[]> =>
  tx.$queryRaw<Row[]>`
    select p.id, p.state, p.named, p.recommended, (p.posted_at at time zone 'Asia/Shanghai')::date::text as "postedOn", p.open_until::text as "openUntil",
           p.profile->>'amountFen' as "amountFen", (p.profile->>'termMonths')::int as "termMonths", p.profile->>'purpose' as purpose,
           count(a.id)::int as taken, count(a.id) filter (where a.state in ('offered', 'chosen'))::int as offered,
           count(a.id) filter (where a.state = 'passed')::int as passed, count(a.id) filter (where a.state = 'returned')::int as returned,
           count(a.id) filter (where a.state = 'void')::int as freed
    from need_posting p
    left join need_answer a on a.enterprise_id = p.enterprise_id and a.posting_id = p.id
    where ${state === 'all' ? Prisma.sql`true` : Prisma.sql`p.state = ${state}`}
    group by p.enterprise_id, p.id order by p.posted_at desc, p.id limit ${most}`;
