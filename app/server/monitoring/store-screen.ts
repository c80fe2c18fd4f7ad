import type { Day } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';
import type { Repayment } from '~/domain/loan/balance.ts';
import { type Arrears, arrearsOn, type Due } from '~/domain/loan/dpd.ts';
import type { KnownAlert } from '~/domain/monitoring/dedup.ts';
import type { Fact } from '~/domain/record/fact.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';
import { asFact, asKnown, type FactRow } from '~/server/monitoring/store-watch.ts';

/** Rows by a key, in the order in which they came. */
export function groupBy<Row, Value>(
  rows: readonly Row[],
  key: (row: Row) => string,
  value: (row: Row) => Value,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(value(row));
    else groups.set(key(row), [value(row)]);
  }
  return groups;
}

/** Everything that holds today of some firms in some items, whoever may see it. */
export async function findAllFacts(
  tx: Tx,
  firms: readonly string[],
  items: readonly string[],
): Promise<Map<string, Fact[]>> {
  const rows = await tx.$queryRaw<(FactRow & { enterprise_id: string })[]>`
    select f.enterprise_id, f.id, f.item, f.occurred_on, f.precision, f.ended_on, f.amount_fen, f.quantity, f.category,
           f.known_at, f.batch_id, f.provider_id
    from current_fact f where f.enterprise_id = any(${[...firms]}::uuid[]) and f.item = any(${[...items]})
    order by f.enterprise_id, f.item, f.occurred_on, f.id`;
  return groupBy(
    rows,
    (row) => row.enterprise_id,
    (row) => asFact(row, row.enterprise_id),
  );
}

/** Of some firms those with a record that is suspended while it is disputed. */
export async function findDisputing(tx: Tx, firms: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ enterprise_id: string }[]>`
    select distinct o.enterprise_id from objection o
    where o.enterprise_id = any(${[...firms]}::uuid[]) and o.suspends and o.closed_at is null`;
  return new Set(rows.map((row) => row.enterprise_id));
}

/** Alerts of some loans that are live or were closed since a day, by loan. */
export async function findAlertsOf(
  tx: Tx,
  firms: readonly string[],
  loans: readonly string[],
  since: Day,
): Promise<Map<string, KnownAlert[]>> {
  const rows = await tx.alert.findMany({
    where: {
      enterpriseId: { in: [...firms] },
      loanId: { in: [...loans] },
      OR: [{ state: { not: 'closed' } }, { closedAt: { gte: dateOfDay(since) } }],
    },
  });
  return groupBy(rows, (row) => row.loanId, asKnown);
}

type Money = { loan_id: string; on: Date; principal_fen: bigint; interest_fen: bigint };

/**
 * Arrears of those of some loans that have been asked for more than was paid, by loan; the others have none. The sums decide
 * who is looked at, the chain of dues and payments what is overdue.
 */
export async function findArrears(
  tx: Tx,
  firms: readonly string[],
  loans: readonly string[],
  today: Day,
): Promise<Map<string, Arrears>> {
  const asOf = dateOfDay(today);
  const short = await tx.$queryRaw<{ loan_id: string }[]>`
    with asked as (
      select i.loan_id, sum(i.principal_fen) as principal, sum(i.interest_fen) as interest from instalment i
      where i.enterprise_id = any(${[...firms]}::uuid[]) and i.loan_id = any(${[...loans]}::uuid[]) and i.due_on < ${asOf} group by 1
    ), paid as (
      select r.loan_id, sum(r.principal_fen) as principal, sum(r.interest_fen) as interest from repayment r
      where r.enterprise_id = any(${[...firms]}::uuid[]) and r.loan_id = any(${[...loans]}::uuid[]) and r.kind <> 'recovery'
        and r.paid_on <= ${asOf}
        and not exists (select 1 from loan_event e where e.enterprise_id = r.enterprise_id and e.reverses_id = r.id) group by 1
    )
    select a.loan_id from asked a left join paid p using (loan_id)
    where a.principal > coalesce(p.principal, 0) or a.interest > coalesce(p.interest, 0)`;
  const ids = short.map((row) => row.loan_id);
  return ids.length === 0 ? new Map() : chainArrears(tx, firms, ids, today);
}

/** The arrears of loans by what fell due and what was paid, in order. */
async function chainArrears(tx: Tx, firms: readonly string[], ids: readonly string[], today: Day) {
  const dues = await tx.$queryRaw<Money[]>`
    select i.loan_id, i.due_on as "on", i.principal_fen, i.interest_fen from instalment i
    where i.enterprise_id = any(${[...firms]}::uuid[]) and i.loan_id = any(${[...ids]}::uuid[]) order by i.loan_id, i.seq`;
  const payments = await tx.$queryRaw<Money[]>`
    select r.loan_id, r.paid_on as "on", r.principal_fen, r.interest_fen from repayment r
    where r.enterprise_id = any(${[...firms]}::uuid[]) and r.loan_id = any(${[...ids]}::uuid[]) and r.kind <> 'recovery'
      and not exists (select 1 from loan_event e where e.enterprise_id = r.enterprise_id and e.reverses_id = r.id)
    order by r.paid_on, r.recorded_at, r.id`;
  const money = (row: Money) => ({ principal: fen(row.principal_fen), interest: fen(row.interest_fen) });
  const asked = groupBy(
    dues,
    (row) => row.loan_id,
    (row): Due => ({ dueOn: dayOfDate(row.on), ...money(row) }),
  );
  const paid = groupBy(
    payments,
    (row) => row.loan_id,
    (row): Repayment => ({ paidOn: dayOfDate(row.on), ...money(row) }),
  );
  return new Map(ids.map((id) => [id, arrearsOn(today, asked.get(id) ?? [], paid.get(id) ?? [])]));
}
