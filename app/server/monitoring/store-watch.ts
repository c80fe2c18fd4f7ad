import type { DayPrecision } from '~/domain/kernel/day.ts';
import { dayAt } from '~/domain/kernel/day.ts';
import { grouped } from '~/domain/kernel/group.ts';
import type { BatchId, EnterpriseId, FactId, InstitutionId } from '~/domain/kernel/id.ts';
import { fen } from '~/domain/kernel/money.ts';
import type { KnownAlert } from '~/domain/monitoring/dedup.ts';
import type { Fact } from '~/domain/record/fact.ts';
import { isInForce } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import type { Reader, Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import type { Alert } from '~/server/db/prisma/client.ts';
import { readEvidence } from '~/server/monitoring/evidence.ts';
import { isRetained } from '~/server/record/store-retained.ts';

/** A loan and the firm that is watched over it: the borrower, or who answers for it after a merger or division. */
export type WatchedLoan = {
  id: string;
  enterprise_id: string;
  /** Who signed the contract. */
  borrower_id: string;
  institution_id: string;
  application_id: string;
};

/** The items that a batch brought, with how many records of each. */
export const findBatchItems = (tx: Reader, batchId: string) =>
  tx.$queryRaw<{ item: string; records: number }[]>`
  select f.item, count(*)::int as records from fact f where f.batch_id = ${batchId}::uuid group by f.item`;

/** The last of so many live loans in the order of their ids, from the one after; null where none is left. */
export async function findPageEnd(tx: Reader, after: string, limit: number): Promise<string | null> {
  const [last] = await tx.$queryRaw<{ id: string }[]>`
    select p.id::text from (
      select l.id from loan l where l.state = 'active' and l.id > ${after}::uuid order by l.id limit ${limit}) p
    order by p.id desc limit 1`;
  return last?.id ?? null;
}

/** Live loans that a firm signed, or took over. */
export const findLoansOfFirm = (tx: Tx, enterpriseId: string) =>
  tx.$queryRaw<WatchedLoan[]>`
  select l.id::text, l.enterprise_id::text, l.borrower_id::text, l.institution_id::text, l.application_id::text from watched_loan l
  where l.state = 'active' and (l.borrower_id = ${enterpriseId}::uuid
        or l.borrower_id in (select s.enterprise_id from answering_firm s where s.successor_id = ${enterpriseId}::uuid))
  order by l.id, l.enterprise_id`;

export const findLiveLoan = (tx: Tx, id: string) =>
  tx.$queryRaw<WatchedLoan[]>`
  select l.id::text, l.enterprise_id::text, l.borrower_id::text, l.institution_id::text, l.application_id::text from watched_loan l
  where l.state = 'active' and l.id = ${id}::uuid order by l.enterprise_id`;

/** The branch that the application of each loan lies with; one at the head office is missing. */
export async function findPlaces(
  tx: Tx,
  loans: readonly Pick<WatchedLoan, 'borrower_id' | 'application_id'>[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.application.findMany({
    where: {
      enterpriseId: { in: loans.map((loan) => loan.borrower_id) },
      id: { in: loans.map((loan) => loan.application_id) },
      branchId: { not: null },
    },
    select: { id: true, branchId: true },
  });
  return new Map(rows.map(({ id, branchId }) => [id, branchId as string]));
}

/** What is watched: facts that may be shown to the bank, and all of them, with those that are suspended while disputed. */
export type WatchedFacts = { readonly shown: readonly Fact[]; readonly all: readonly Fact[] };

/** The items that anybody may see. */
export async function findPublicItems(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ code: string }[]>`
    select c.code from catalogue_item c where c.sensitivity = 'public' and ${isInForce(clock.today())}`;
  return rows.map(({ code }) => code);
}

/** Facts of some items that hold today: the caller names those that the lender may see. */
export async function findWatchedFacts(
  tx: Tx,
  loan: Pick<WatchedLoan, 'enterprise_id'>,
  items: readonly string[],
): Promise<WatchedFacts> {
  const found = await findFactsOfFirms(tx, [loan.enterprise_id], items);
  return found.get(loan.enterprise_id) ?? noFacts;
}

export const noFacts: WatchedFacts = { shown: [], all: [] };

/** The same of several firms, by firm; one without any is missing. */
export async function findFactsOfFirms(
  tx: Tx,
  firms: readonly string[],
  items: readonly string[],
): Promise<Map<string, WatchedFacts>> {
  const rows = await tx.$queryRaw<(FactRow & { suspended: boolean })[]>`
    select f.enterprise_id, f.id, f.item, f.occurred_on, f.precision, f.ended_on, f.amount_fen, f.quantity, f.category, f.known_at,
           f.batch_id, f.provider_id,
           exists (select 1 from objection o where o.enterprise_id = f.enterprise_id and o.item = f.item
                   and o.source_key = f.source_key and o.suspends and o.closed_at is null) as suspended
    from current_fact f
    where f.enterprise_id = any(${[...firms]}::uuid[]) and f.item = any(${[...items]}) and ${isRetained()}
    order by f.enterprise_id, f.item, f.occurred_on, f.id`;
  const facts = (some: readonly FactRow[]) => some.map((row) => asFact(row, row.enterprise_id));
  const ofFirm = grouped(rows, (row) => row.enterprise_id);
  return new Map(
    [...ofFirm].map(([firm, own]) => [
      firm,
      { shown: facts(own.filter(({ suspended }) => !suspended)), all: facts(own) },
    ]),
  );
}

const asFact = (row: FactRow, enterpriseId: string): Fact => ({
  id: row.id as FactId,
  enterpriseId: enterpriseId as EnterpriseId,
  item: row.item,
  occurredOn: row.occurred_on && dayOfDate(row.occurred_on),
  precision: row.precision as DayPrecision,
  endedOn: row.ended_on && dayOfDate(row.ended_on),
  amount: row.amount_fen === null ? null : fen(row.amount_fen),
  quantity: row.quantity,
  category: row.category,
  knownAt: row.known_at,
  batchId: row.batch_id as BatchId,
  providerId: row.provider_id as InstitutionId,
});

type FactRow = {
  enterprise_id: string;
  id: string;
  item: string;
  occurred_on: Date | null;
  precision: string;
  ended_on: Date | null;
  amount_fen: bigint | null;
  quantity: number | null;
  category: string | null;
  known_at: Date;
  batch_id: string;
  provider_id: string;
};

/**
 * Alerts of loans about the firms that are watched, which a new hit may join, break away from or repeat; by loan and firm. The live ones
 * stay locked, in the order of their ids, so that what is decided about them is still so when it is written: an officer who closes one
 * meanwhile comes before or after, never in between.
 */
export async function findKnownAlerts(
  tx: Tx,
  loans: readonly WatchedLoan[],
): Promise<Map<string, KnownAlert[]>> {
  const [ids, firms] = [loans.map((loan) => loan.id), loans.map((loan) => loan.enterprise_id)];
  await tx.$executeRaw`
    select id from alert where loan_id = any(${ids}::uuid[]) and enterprise_id = any(${firms}::uuid[]) and state <> 'closed'
    order by id for update`;
  const rows = await tx.alert.findMany({ where: { loanId: { in: ids }, enterpriseId: { in: firms } } });
  return grouped(rows, (row) => `${row.loanId} ${row.enterpriseId}`, asKnown);
}

export const asKnown = (
  row: Pick<Alert, 'id' | 'groupKey' | 'signalVersion' | 'severity' | 'state' | 'closedAt' | 'evidence'>,
): KnownAlert => {
  const evidence = readEvidence(row.evidence);
  const since = evidence.figures.since;
  return {
    id: row.id,
    groupKey: row.groupKey,
    signalVersion: row.signalVersion,
    severity: row.severity as KnownAlert['severity'],
    state: row.state as KnownAlert['state'],
    factIds: evidence.records.map((record) => record.factId),
    since: typeof since === 'string' ? since : null,
    closedOn: row.closedAt && dayAt(row.closedAt),
  };
};

export type NamedRecord = {
  factId: string;
  item: string;
  itemZh: string;
  itemEn: string;
  providerZh: string;
  providerEn: string;
};

/** The names that the records of alerts are shown with, of firm and fact each. */
export const nameRecords = (tx: Tx, firms: readonly string[], factIds: readonly string[]) => tx.$queryRaw<
  NamedRecord[]
>`
  select f.id as "factId", f.item, c.name_zh as "itemZh", c.name_en as "itemEn", p.name_zh as "providerZh", p.name_en as "providerEn"
  from unnest(${[...firms]}::uuid[], ${[...factIds]}::uuid[]) k (firm, id)
  join fact f on f.enterprise_id = k.firm and f.id = k.id
  join catalogue_item c on c.code = f.item and c.version = f.item_version
  join institution p on p.id = f.provider_id`;
