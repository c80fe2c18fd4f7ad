import type { RecommendationState } from '~/domain/application/recommendation.ts';
import type { EnterpriseId, NeedId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

/** Whether the firm stated where it works. */
export async function hasAddress(tx: Tx, enterpriseId: EnterpriseId): Promise<boolean> {
  const row = await tx.enterpriseProfile.findUnique({ where: { enterpriseId }, select: { address: true } });
  return (row?.address ?? '').trim() !== '';
}

export type ListedLine = {
  readonly id: string;
  readonly enterpriseId: EnterpriseId;
  readonly firm: string;
  readonly uscc: string | null;
  readonly state: RecommendationState;
  readonly nominator: string;
  readonly reason: string;
  readonly nominatedAt: Date;
  readonly reviewedAt: Date | null;
  readonly reviewNote: string | null;
  readonly vouched: readonly string[];
  readonly standards: unknown;
  readonly needId: NeedId | null;
  readonly nominatedBy: string;
  readonly openUntil: string | null;
  readonly isPosted: boolean;
  readonly taken: number;
  readonly offered: number;
  readonly lentFen: string;
};

type Wanted = {
  readonly states: readonly RecommendationState[];
  readonly limit: number;
  readonly offset: number;
};

/** Nominations that the reader may see, the latest first, with what banks made of those listed. */
export const nominationLines = (tx: Tx, { states, limit, offset }: Wanted) =>
  tx.$queryRaw<ListedLine[]>`
    select r.id, r.enterprise_id as "enterpriseId", e.name as firm, e.uscc, r.state, r.nominator, r.reason,
           r.nominated_at as "nominatedAt", r.reviewed_at as "reviewedAt", r.review_note as "reviewNote", r.vouched, r.standards,
           r.need_id as "needId", r.nominated_by as "nominatedBy", p.open_until::text as "openUntil",
           coalesce(p.state = 'open', false) as "isPosted",
           (select count(*)::int from need_answer a where a.enterprise_id = r.enterprise_id and a.posting_id = r.posting_id) as taken,
           (select count(*)::int from need_answer a where a.enterprise_id = r.enterprise_id and a.posting_id = r.posting_id
              and a.state in ('offered', 'chosen')) as offered,
           (select coalesce(sum(l.principal_fen), 0)::text from loan l join application x
              on x.enterprise_id = l.enterprise_id and x.id = l.application_id
            where l.enterprise_id = r.enterprise_id and l.renews_loan_id is null and x.need_id = r.need_id
              and x.submitted_at >= r.reviewed_at) as "lentFen"
    from recommendation r
    join enterprise e on e.id = r.enterprise_id
    left join need_posting p on p.enterprise_id = r.enterprise_id and p.id = r.posting_id
    where r.state = any(${[...states]}::text[])
    order by r.nominated_at desc, r.id limit ${limit} offset ${offset}`;

export type RecommendedFigures = {
  readonly nominated: number;
  readonly agreed: number;
  readonly listed: number;
  readonly taken: number;
  readonly answered: number;
  readonly offered: number;
  readonly returned: number;
  readonly granted: number;
  readonly grantedFen: string;
  readonly lent: number;
  readonly lentFen: string;
  readonly unsecuredFen: string;
  /** Mean hours from taking a firm up to the answer; null before the first. */
  readonly answerHours: number | null;
};

/**
 * What became of the list: firms at each step, then answers of banks (an answer counts once a bank), then credit and money
 * of applications for the need that was recommended. A step counts only what the step before it reached.
 */
export async function recommendedFigures(tx: Tx): Promise<RecommendedFigures> {
  const [row] = await tx.$queryRaw<RecommendedFigures[]>`
    with listed as (
      select r.enterprise_id, r.need_id, r.posting_id, r.reviewed_at from recommendation r where r.state = 'listed'
    ), answer as (
      select a.* from listed r join need_answer a on a.enterprise_id = r.enterprise_id and a.posting_id = r.posting_id
    ), granted as (
      select distinct on (a.enterprise_id, a.id) a.enterprise_id, a.id, o.amount_fen
      from listed r join application a on a.enterprise_id = r.enterprise_id and a.need_id = r.need_id and a.submitted_at >= r.reviewed_at
      join offer o on o.enterprise_id = a.enterprise_id and o.application_id = a.id
      order by a.enterprise_id, a.id, o.created_at desc
    ), lent as (
      select l.principal_fen, a.collateral from granted g
      join application a on a.enterprise_id = g.enterprise_id and a.id = g.id
      join loan l on l.enterprise_id = a.enterprise_id and l.application_id = a.id and l.renews_loan_id is null
    )
    select (select count(*)::int from recommendation) as nominated,
           (select count(*)::int from recommendation where agreed_at is not null) as agreed,
           (select count(*)::int from listed) as listed,
           (select count(distinct enterprise_id)::int from answer) as taken,
           (select count(*)::int from answer where answered_at is not null) as answered,
           (select count(*)::int from answer where state in ('offered', 'chosen')) as offered,
           (select count(*)::int from answer where state = 'returned') as returned,
           (select count(*)::int from granted) as granted,
           (select coalesce(sum(amount_fen), 0)::text from granted) as "grantedFen",
           (select count(*)::int from lent) as lent,
           (select coalesce(sum(principal_fen), 0)::text from lent) as "lentFen",
           (select coalesce(sum(principal_fen), 0)::text from lent where collateral <@ array['credit']) as "unsecuredFen",
           (select round(extract(epoch from avg(answered_at - taken_at)) / 3600)::int from answer
            where answered_at is not null) as "answerHours"`;
  if (!row) throw new Error('the figures of the recommended list came empty');
  return row;
}
