import { addDays, type Day, type DayPrecision } from '~/domain/kernel/day.ts';
import { grouped } from '~/domain/kernel/group.ts';
import type { FactId } from '~/domain/kernel/id.ts';
import { fen } from '~/domain/kernel/money.ts';
import type { RememberedFact } from '~/domain/monitoring/library/backtest.ts';
import type { Aftermath } from '~/domain/monitoring/library/backtest-figures.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import { isRetained } from '~/server/record/store-retained.ts';

/** A loan with the firm that is watched over it, and the days on which it lived. */
export type PastLoan = {
  id: string;
  enterprise_id: string;
  borrower_id: string;
  institution_id: string;
  application_id: string;
  lived_from: Day;
  /** Its last day; null while it lives. */
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

/** The next of them in the order of their ids, each with those who are watched over it. */
export const findPastLoans = (tx: Tx, { from, to }: { from: Day; to: Day }, after: string, limit: number) =>
  tx.$queryRaw<PastLoan[]>`
  with page as (
    select l.id, l.enterprise_id, l.disbursed_on, l.recorded_at, l.settled_on from loan l
    where ${livedWithin(from, to)} and l.id > ${after}::uuid order by l.id limit ${limit})
  select w.id::text, w.enterprise_id::text, w.borrower_id::text, w.institution_id::text, w.application_id::text,
         greatest(p.disbursed_on, (p.recorded_at at time zone 'Asia/Shanghai')::date)::text as lived_from,
         (p.settled_on - 1)::text as lived_through
  from page p join watched_loan w on w.borrower_id = p.enterprise_id and w.id = p.id
  order by w.id, w.enterprise_id`;

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

type ClassRow = { loan_id: string; as_of: Day; tier: string; dpd: number };
const tierOrder = ['normal', 'special-mention', 'substandard', 'doubtful', 'loss'];

/** What became of some loans, as it is known now: arrears, classes, and verdicts on real alerts of the signal. */
export async function findAftermaths(
  tx: Tx,
  loans: readonly string[],
  signalCode: string,
): Promise<Map<string, Aftermath>> {
  const rows = await tx.$queryRaw<ClassRow[]>`
    select distinct on (c.loan_id, c.as_of) c.loan_id::text, c.as_of::text, c.tier, c.dpd from loan_class c
    where c.loan_id = any(${[...loans]}::uuid[]) order by c.loan_id, c.as_of, c.recorded_at desc`;
  const confirmed = await tx.$queryRaw<{ loan_id: string; on: Day }[]>`
    select a.loan_id::text, (a.raised_at at time zone 'Asia/Shanghai')::date::text as "on" from alert a
    where a.loan_id = any(${[...loans]}::uuid[]) and a.signal_code = ${signalCode} and a.verdict = 'confirmed'`;
  const days = grouped(
    confirmed,
    ({ loan_id }) => loan_id,
    ({ on }) => on,
  );
  const classes = grouped(rows, ({ loan_id }) => loan_id);
  return new Map(loans.map((id) => [id, aftermathOf(classes.get(id) ?? [], days.get(id) ?? [])]));
}

/** A day on which a loan is so long past due tells the day on which it became so. */
const reached = (rows: readonly ClassRow[], least: number): Day[] => [
  ...new Set(rows.flatMap(({ as_of, dpd }) => (dpd >= least ? [addDays(as_of, least - dpd)] : []))),
];

function aftermathOf(rows: readonly ClassRow[], confirmed: readonly Day[]): Aftermath {
  const rank = ({ tier }: ClassRow) => tierOrder.indexOf(tier);
  const worse = rows.filter((row, at) => rank(row) > (at === 0 ? 0 : rank(rows[at - 1] as ClassRow)));
  return {
    overdue30: reached(rows, 30),
    overdue90: reached(rows, 90),
    worse: worse.map(({ as_of }) => as_of),
    confirmed,
  };
}
