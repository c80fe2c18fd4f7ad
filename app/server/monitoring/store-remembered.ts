import type { Day, DayPrecision } from '~/domain/kernel/day.ts';
import { grouped } from '~/domain/kernel/group.ts';
import type { FactId } from '~/domain/kernel/id.ts';
import { fen } from '~/domain/kernel/money.ts';
import type { RememberedFact } from '~/domain/monitoring/library/backtest.ts';
import { type Aftermath, aftermathOf, type PastClass } from '~/domain/monitoring/library/backtest-figures.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import { isRetained } from '~/server/record/store-retained.ts';

/** A loan with a firm that was watched over it for some time, and the days on which it was so and lived. */
export type PastLoan = {
  id: string;
  enterprise_id: string;
  borrower_id: string;
  institution_id: string;
  application_id: string;
  lived_from: Day;
  /** Its last day under that firm; null while there is none. */
  lived_through: Day | null;
};

const livedWithin = (from: Day, to: Day): Prisma.Sql => Prisma.sql`
  greatest(l.disbursed_on, (l.recorded_at at time zone 'Asia/Shanghai')::date) <= ${to}::date
  and (l.settled_on is null or l.settled_on > ${from}::date)`;

/** How many loans lived on any of some days. */
export async function countPastLoans(tx: Tx, from: Day, to: Day): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from loan l where ${livedWithin(from, to)}`;
  return row?.n ?? 0;
}

/**
 * The next of them in the order of their ids, each with those who were watched over it: the borrower, and from the day on which a
 * merger or division was recorded who answers for it.
 */
export const findPastLoans = (tx: Tx, { from, to }: { from: Day; to: Day }, after: string, limit: number) =>
  tx.$queryRaw<PastLoan[]>`
  with recursive page as (
    select l.id, l.enterprise_id, l.institution_id, l.application_id, l.settled_on - 1 as last_on,
           greatest(l.disbursed_on, (l.recorded_at at time zone 'Asia/Shanghai')::date) as first_on
    from loan l where ${livedWithin(from, to)} and l.id > ${after}::uuid order by l.id limit ${limit}),
  passed as (
    select s.enterprise_id, s.successor_id, (s.known_at at time zone 'Asia/Shanghai')::date as on_day
    from standing_succession s where s.kind in ('merge', 'split')),
  held as (
    select p.id, p.enterprise_id as firm, p.first_on as since from page p
    union
    select h.id, s.successor_id, greatest(h.since, s.on_day) from held h join passed s on s.enterprise_id = h.firm),
  spans as (
    select h.id, h.firm, min(h.since) as since, (select min(s.on_day) - 1 from passed s where s.enterprise_id = h.firm) as until
    from held h group by h.id, h.firm)
  select p.id::text, s.firm::text as enterprise_id, p.enterprise_id::text as borrower_id, p.institution_id::text,
         p.application_id::text, s.since::text as lived_from, least(p.last_on, s.until)::text as lived_through
  from page p join spans s on s.id = p.id
  order by p.id, s.firm`;

type FactRow = {
  enterprise_id: string;
  id: string;
  item: string;
  occurred_on: Day | null;
  precision: string;
  ended_on: Day | null;
  amount_fen: bigint | string | null;
  quantity: number | null;
  category: string | null;
  known_from: Day;
  known_until: Day | null;
  suspended_from: Day | null;
};

/**
 * Everything that was ever known of some firms in some items, with the days on which it was. What was repaired since is left out
 * whole, and so is what may not be shown any more.
 */
export async function findRememberedFacts(
  tx: Tx,
  firms: readonly string[],
  items: readonly string[],
): Promise<Map<string, RememberedFact[]>> {
  const rows = await tx.$queryRaw<FactRow[]>`
    select f.enterprise_id::text, f.id::text, f.item, f.occurred_on::text, f.precision, f.ended_on::text, f.amount_fen, f.quantity,
           f.category, (f.known_at at time zone 'Asia/Shanghai')::date::text as known_from,
           (select min((s.known_at at time zone 'Asia/Shanghai')::date) from fact s
            where s.enterprise_id = f.enterprise_id and s.supersedes = f.id)::text as known_until,
           (select min((o.received_at at time zone 'Asia/Shanghai')::date) from objection o
            where o.enterprise_id = f.enterprise_id and o.item = f.item and o.source_key = f.source_key and o.suspends
              and o.closed_at is null)::text as suspended_from
    from fact f
    where f.enterprise_id = any(${[...firms]}::uuid[]) and f.item = any(${[...items]}::text[]) and f.op in ('assert', 'correct')
      and not exists (select 1 from fact t where t.enterprise_id = f.enterprise_id and t.item = f.item and t.source_key = f.source_key
                      and t.op = 'seal' and not exists (select 1 from fact n where n.enterprise_id = t.enterprise_id and n.supersedes = t.id))
      and ${isRetained()}
    order by f.enterprise_id, f.item, f.occurred_on, f.id`;
  return grouped(rows, (row) => row.enterprise_id, asRemembered);
}

const asRemembered = (row: FactRow): RememberedFact => ({
  fact: {
    id: row.id as FactId,
    item: row.item,
    occurredOn: row.occurred_on,
    precision: row.precision as DayPrecision,
    endedOn: row.ended_on,
    amount: row.amount_fen === null ? null : fen(BigInt(row.amount_fen)),
    quantity: row.quantity,
    category: row.category,
  },
  knownFrom: row.known_from,
  knownUntil: row.known_until,
  suspended: row.suspended_from ? [{ from: row.suspended_from, until: null }] : [],
});

/** Of some consents those that ended with their firm, when it was absorbed or divided: nobody withdrew them. */
export async function findEndedWithFirm(tx: Tx, consentIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.consent.findMany({
    where: { id: { in: [...consentIds] }, revokedAt: { not: null }, revokedBy: null },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** When consents of some firms were paused and resumed, by consent. */
export async function findPauses(tx: Tx, consentIds: readonly string[]) {
  const rows = await tx.consentPause.findMany({
    where: { consentId: { in: [...consentIds] } },
    orderBy: [{ at: 'asc' }],
  });
  return grouped(
    rows,
    (row) => row.consentId,
    ({ kind, at }) => ({ kind, at }),
  );
}

type Window = { readonly days: number; readonly from: Day; readonly until: Day | null };

/** For how many days a closed case is not raised again, by every version of the rules of handling, the newest first. */
export const findWindows = (tx: Tx) =>
  tx.$queryRaw<Window[]>`
  select (p.body->>'dedupWindowDays')::int as days, p.valid_from::text as "from", p.valid_to::text as until
  from policy_version p where p.code = 'alert-handling' order by p.version desc`;

type ClassRow = PastClass & { readonly loan_id: string };

type Watched = { readonly loanId: string; readonly enterpriseId: string };

/**
 * What became of some loans, as it is known now: arrears and classes of the loan, and verdicts on real alerts of the signal about
 * the firm that was watched over it; by loan and firm.
 */
export async function findAftermaths(
  tx: Tx,
  watched: readonly Watched[],
  signalCode: string,
): Promise<Map<string, Aftermath>> {
  if (watched.length === 0) return new Map();
  const loans = watched.map(({ loanId }) => loanId);
  const rows = await tx.$queryRaw<ClassRow[]>`
    select distinct on (c.loan_id, c.as_of) c.loan_id::text, c.as_of::text as "asOf", c.tier, c.dpd from loan_class c
    where c.loan_id = any(${[...loans]}::uuid[]) order by c.loan_id, c.as_of, c.recorded_at desc`;
  const confirmed = await tx.$queryRaw<{ watched: string; on: Day }[]>`
    select concat(a.loan_id, ' ', a.enterprise_id) as watched, (a.raised_at at time zone 'Asia/Shanghai')::date::text as "on" from alert a
    where a.loan_id = any(${[...loans]}::uuid[]) and a.signal_code = ${signalCode} and a.verdict = 'confirmed'`;
  const days = grouped(
    confirmed,
    (row) => row.watched,
    ({ on }) => on,
  );
  const classes = grouped(rows, ({ loan_id }) => loan_id);
  return new Map(
    watched.map(({ loanId, enterpriseId }) => {
      const key = `${loanId} ${enterpriseId}`;
      return [key, aftermathOf(classes.get(loanId) ?? [], days.get(key) ?? [])];
    }),
  );
}
