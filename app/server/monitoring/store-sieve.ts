import type { Day } from '~/domain/kernel/day.ts';
import { itemsOfSignal, type Signal } from '~/domain/monitoring/signal.ts';
import { Prisma, type Reader } from '~/server/db/client.ts';
import { mayHaveFallen } from '~/server/monitoring/sieve-falls.ts';
import { bearsOn, type FactRule, type FallRule } from '~/server/monitoring/sieve-occurrences.ts';
import { cameIn, fellDue, isShort } from '~/server/monitoring/store-arrears.ts';
import type { WatchedLoan } from '~/server/monitoring/store-watch.ts';
import { isRetained, retentionLimits } from '~/server/record/store-retained.ts';

/** One of so many parts of the firms, by their keys: parts are asked beside one another. */
export type Share = { readonly part: number; readonly of: number };

/** Which signals are asked, and of which firms. */
export type Sieve = { readonly signals: readonly Signal[]; readonly today: Day; readonly share: Share };

const columns = Prisma.raw(
  'l.id::text, l.enterprise_id::text, l.borrower_id::text, l.institution_id::text, l.application_id::text',
);

/**
 * Live loans of firms, or taken over by firms, of which a batch brought a record that one of the signals looks at, and of which a
 * signal may have something new to say: what the firms' records bear on is told in the database, so that nothing is read of the
 * many that nothing is said of. `versions` are those whose items count: an earlier one may have raised what is cured now.
 * A settled loan is watched no more (H1).
 */
export async function siftTouched(
  tx: Reader,
  batchId: string,
  sieve: Sieve,
  versions: readonly Signal[] = sieve.signals,
): Promise<WatchedLoan[]> {
  const items = [...new Set(versions.flatMap(itemsOfSignal))];
  return sifted(
    tx,
    Prisma.sql`
    touched as (
      select distinct f.enterprise_id from fact f where f.batch_id = ${batchId}::uuid and f.item = any(${items}::text[])),
    borrowers as (
      select enterprise_id from touched
      union
      select a.enterprise_id from answering_firm a join touched t on t.enterprise_id = a.successor_id),
    loans as materialized (
      select l.* from borrowers b join watched_loan l on l.borrower_id = b.enterprise_id
      where l.state = 'active' and ${isOf(sieve.share)})`,
    sieve,
  );
}

/** The same of all live loans by their ids, from the one after the first to the last. */
export const siftBetween = (
  tx: Reader,
  [after, last]: readonly [string, string],
  sieve: Sieve,
): Promise<WatchedLoan[]> =>
  sifted(
    tx,
    Prisma.sql`
    loans as materialized (
      select l.* from watched_loan l
      where l.state = 'active' and l.id > ${after}::uuid and l.id <= ${last}::uuid and ${isOf(sieve.share)})`,
    sieve,
  );

const isOf = ({ part, of }: Share): Prisma.Sql =>
  of === 1
    ? Prisma.sql`true`
    : Prisma.sql`mod(abs(uuid_hash(l.enterprise_id)::bigint), ${of}::int) = ${part}::int`;

async function sifted(tx: Reader, loans: Prisma.Sql, sieve: Sieve): Promise<WatchedLoan[]> {
  const firms = await suspicions(tx, sieve);
  return tx.$queryRaw<WatchedLoan[]>`
    with limits as materialized (${retentionLimits()}),
    ${loans},
    firms as materialized (select distinct enterprise_id as firm from loans),
    suspects as materialized (select w.firm from firms w where ${firms})
    select ${columns} from loans l
    where exists (select 1 from suspects s where s.firm = l.enterprise_id) or ${mayBeOverdue(sieve)}
    order by l.id, l.enterprise_id`;
}

/** What makes a firm `w.firm` worth reading: its records, an alert that may be cured or go on, a record that is suspended. */
async function suspicions(tx: Reader, { signals, today }: Sieve): Promise<Prisma.Sql> {
  const rules = signals.flatMap(({ body }) =>
    body.active && body.rule.kind !== 'days-past-due' ? [body.rule] : [],
  );
  const kept = await retention(tx, [...new Set(rules.flatMap(({ items }) => items))]);
  const occurrences = rules.flatMap((rule) => (isFall(rule) ? [] : [bearsOn(rule, today)]));
  const codes = signals.map(({ code }) => code);
  return Prisma.join(
    [
      Prisma.sql`exists (select 1 from alert a where a.enterprise_id = w.firm and a.state <> 'closed' and a.signal_code = any(${codes}::text[]))`,
      Prisma.sql`exists (select 1 from objection o where o.enterprise_id = w.firm and o.suspends and o.closed_at is null)`,
      ...(occurrences.length > 0 ? [hasAny(rules, occurrences)] : []),
      ...rules.flatMap((rule) => (isFall(rule) ? [mayHaveFallen(rule, today, kept)] : [])),
    ],
    ' or ',
  );
}

const isFall = (rule: FactRule): rule is FallRule =>
  rule.kind === 'fall-against-year-ago' || rule.kind === 'fall-against-mean';

/** The firm has a record that bears on one of the rules; the years it is kept are asked later. */
function hasAny(rules: readonly FactRule[], occurrences: readonly Prisma.Sql[]): Prisma.Sql {
  const items = [...new Set(rules.flatMap((rule) => (isFall(rule) ? [] : rule.items)))];
  return Prisma.sql`exists (
    select 1 from current_fact f
    where f.enterprise_id = w.firm and f.item = any(${items}::text[]) and (${Prisma.join([...occurrences], ' or ')}))`;
}

/** The condition that a fact's years have not run out; it costs nothing where none of the items has such years. */
async function retention(tx: Reader, items: readonly string[]): Promise<Prisma.Sql> {
  const limited = await tx.$queryRaw<{ code: string }[]>`
    ${retentionLimits()} and c.code = any(${[...items]}::text[]) limit 1`;
  return limited.length > 0 ? isRetained(Prisma.sql`limits`) : Prisma.sql`true`;
}

/** Less came in for loan `l` than fell due: whether and since when it is overdue is told by the chain of both. */
function mayBeOverdue({ signals, today }: Sieve): Prisma.Sql {
  const ladders = signals.flatMap(({ body }) =>
    body.active && body.rule.kind === 'days-past-due' ? body.rule.ladder : [],
  );
  if (ladders.length === 0) return Prisma.sql`false`;
  if (ladders.some(({ dpd }) => dpd < 1)) return Prisma.sql`true`;
  return Prisma.sql`exists (
    select 1
    from (select sum(i.principal_fen) as principal, sum(i.interest_fen) as interest from instalment i
          where i.enterprise_id = l.borrower_id and i.loan_id = l.id and ${fellDue(today)}) asked,
         (select coalesce(sum(r.principal_fen), 0) as principal, coalesce(sum(r.interest_fen), 0) as interest from repayment r
          where r.enterprise_id = l.borrower_id and r.loan_id = l.id and ${cameIn(today)}) paid
    where ${isShort})`;
}
