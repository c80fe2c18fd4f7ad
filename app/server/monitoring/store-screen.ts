import type { Day, DayPrecision } from '~/domain/kernel/day.ts';
import { grouped } from '~/domain/kernel/group.ts';
import type { FactId } from '~/domain/kernel/id.ts';
import { fen } from '~/domain/kernel/money.ts';
import type { Repayment } from '~/domain/loan/balance.ts';
import { type Arrears, arrearsOn, type Due } from '~/domain/loan/dpd.ts';
import type { KnownAlert } from '~/domain/monitoring/dedup.ts';
import type { Signal, SignalFact } from '~/domain/monitoring/signal.ts';
import { Prisma, type Reader } from '~/server/db/client.ts';
import type { Alert } from '~/server/db/prisma/client.ts';
import { cameIn, counts, fellDue, isShort } from '~/server/monitoring/store-arrears.ts';
import { asKnown } from '~/server/monitoring/store-watch.ts';
import { isRetained, retentionLimits } from '~/server/record/store-retained.ts';

type PackedFacts = { firm: string; item: string; facts: string };

const betweenCells = '\u001f';
const betweenFacts = '\u001e';

/**
 * Everything that holds today of some firms in some items, whoever may see it: what bears on a signal. Firm by firm over the
 * index of its items, and one row for each firm and item: half the time of a row for each fact.
 */
export async function findAllFacts(
  tx: Reader,
  firms: readonly string[],
  items: readonly string[],
): Promise<Map<string, SignalFact[]>> {
  const rows = await tx.$queryRaw<PackedFacts[]>`
    with limits as materialized (${retentionLimits()} and c.code = any(${[...items]}::text[]))
    select packed.firm::text, packed.item, packed.facts
    from unnest(${[...firms]}::uuid[]) watched(firm) cross join lateral (
      select watched.firm, f.item,
             string_agg(concat(f.id, ${betweenCells}::text, f.occurred_on, ${betweenCells}::text, f.precision, ${betweenCells}::text, f.ended_on,
                               ${betweenCells}::text, f.amount_fen, ${betweenCells}::text, f.quantity, ${betweenCells}::text, f.category),
                        ${betweenFacts}::text order by f.occurred_on, f.id) as facts
      from current_fact f where f.enterprise_id = watched.firm and f.item = any(${[...items]}::text[])
        and ${isRetained(Prisma.sql`limits`)}
      group by f.item offset 0) packed`;
  const groups = new Map<string, SignalFact[]>();
  for (const { firm, item, facts } of rows) {
    const unpacked = facts.split(betweenFacts).map((packed) => unpackedFact(item, packed));
    groups.set(firm, [...(groups.get(firm) ?? []), ...unpacked]);
  }
  return groups;
}

/** A fact as the statement above packs it: what is null comes as an empty cell. */
function unpackedFact(item: string, packed: string): SignalFact {
  const [id, occurredOn, precision, endedOn, amount, quantity, category] = packed.split(betweenCells);
  return {
    id: id as FactId,
    item,
    occurredOn: (occurredOn || null) as Day | null,
    precision: precision as DayPrecision,
    endedOn: (endedOn || null) as Day | null,
    amount: amount ? fen(BigInt(amount)) : null,
    quantity: quantity ? Number(quantity) : null,
    category: category || null,
  };
}

/** Every published version of every signal. */
export const findSignalVersions = async (tx: Reader): Promise<Signal[]> =>
  tx.$queryRaw<Signal[]>`select p.code, p.version, p.body from policy_version p where p.kind = 'signal'`;

/** Of some firms those with a record that is suspended while it is disputed. */
export async function findDisputing(tx: Reader, firms: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ enterprise_id: string }[]>`
    select distinct o.enterprise_id::text from objection o
    where o.enterprise_id = any(${[...firms]}::uuid[]) and o.suspends and o.closed_at is null`;
  return new Set(rows.map((row) => row.enterprise_id));
}

type ScreenedAlert = {
  loan_id: string;
  enterprise_id: string;
  id: string;
  group_key: string;
  signal_version: number;
  severity: KnownAlert['severity'];
  state: KnownAlert['state'];
  closed_ms: number | null;
  evidence: Alert['evidence'];
};

/** Alerts of some loans that are live or were closed since a day, by loan and firm. */
export async function findAlertsOf(
  tx: Reader,
  firms: readonly string[],
  loans: readonly string[],
  since: Day,
): Promise<Map<string, KnownAlert[]>> {
  const rows = await tx.$queryRaw<ScreenedAlert[]>`
    select a.loan_id::text, a.enterprise_id::text, a.id::text, a.group_key, a.signal_version, a.severity, a.state, a.evidence,
           (extract(epoch from a.closed_at) * 1000)::float8 as closed_ms
    from alert a
    where a.enterprise_id = any(${[...firms]}::uuid[]) and a.loan_id = any(${[...loans]}::uuid[])
      and (a.state <> 'closed' or a.closed_at >= ${since}::date)`;
  return grouped(
    rows,
    (row) => `${row.loan_id} ${row.enterprise_id}`,
    ({ id, group_key: groupKey, signal_version: signalVersion, severity, state, closed_ms, evidence }) =>
      asKnown({
        id,
        groupKey,
        signalVersion,
        severity,
        state,
        evidence,
        closedAt: closed_ms === null ? null : new Date(closed_ms),
      }),
  );
}

type Money = { loan_id: string; on: Day; principal: string; interest: string };

/**
 * Arrears of those of some loans that have been asked for more than was paid, by loan; the others have none. The sums decide
 * who is looked at, the chain of dues and payments what is overdue.
 */
export async function findArrears(
  tx: Reader,
  firms: readonly string[],
  loans: readonly string[],
  today: Day,
): Promise<Map<string, Arrears>> {
  const short = await tx.$queryRaw<{ loan_id: string }[]>`
    with asked as (
      select i.loan_id, sum(i.principal_fen) as principal, sum(i.interest_fen) as interest from instalment i
      where i.enterprise_id = any(${[...firms]}::uuid[]) and i.loan_id = any(${[...loans]}::uuid[]) and ${fellDue(today)} group by 1
    ), paid as (
      select r.loan_id, sum(r.principal_fen) as principal, sum(r.interest_fen) as interest from repayment r
      where r.enterprise_id = any(${[...firms]}::uuid[]) and r.loan_id = any(${[...loans]}::uuid[]) and ${cameIn(today)} group by 1
    )
    select loan_id::text from asked left join paid using (loan_id) where ${isShort}`;
  const ids = short.map((row) => row.loan_id);
  return ids.length === 0 ? new Map() : chainArrears(tx, firms, ids, today);
}

/** The arrears of loans by what fell due and what was paid, in order. */
async function chainArrears(tx: Reader, firms: readonly string[], ids: readonly string[], today: Day) {
  const dues = await tx.$queryRaw<Money[]>`
    select i.loan_id::text, i.due_on::text as "on", i.principal_fen::text as principal, i.interest_fen::text as interest from instalment i
    where i.enterprise_id = any(${[...firms]}::uuid[]) and i.loan_id = any(${[...ids]}::uuid[]) order by i.loan_id, i.seq`;
  const payments = await tx.$queryRaw<Money[]>`
    select r.loan_id::text, r.paid_on::text as "on", r.principal_fen::text as principal, r.interest_fen::text as interest from repayment r
    where r.enterprise_id = any(${[...firms]}::uuid[]) and r.loan_id = any(${[...ids]}::uuid[]) and ${counts}
    order by r.paid_on, r.recorded_at, r.id`;
  const money = (row: Money) => ({
    principal: fen(BigInt(row.principal)),
    interest: fen(BigInt(row.interest)),
  });
  const asked = grouped(
    dues,
    (row) => row.loan_id,
    (row): Due => ({ dueOn: row.on, ...money(row) }),
  );
  const paid = grouped(
    payments,
    (row) => row.loan_id,
    (row): Repayment => ({ paidOn: row.on, ...money(row) }),
  );
  return new Map(ids.map((id) => [id, arrearsOn(today, asked.get(id) ?? [], paid.get(id) ?? [])]));
}
