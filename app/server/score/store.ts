import type { EvaluationConsent } from '~/domain/feature/scope.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { ConsentId, EnterpriseId, ScoreSheetId } from '~/domain/kernel/id.ts';
import { type Card, cardSchema } from '~/domain/score/card.ts';
import { reasonCode, type ScoreResult } from '~/domain/score/sheet.ts';
import type { StatisticalCard } from '~/domain/score/statistical/card.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';
import type { ScoreSheet as SheetRow } from '~/server/db/prisma/client.ts';
import { type MadeSheet, missingBits, storedValues } from '~/server/score/sheet-row.ts';

const parsed = new Map<string, Card>();

const openCard = (row: { hash: string; body: unknown }): Card => {
  const known = parsed.get(row.hash);
  if (known) return known;
  const card = cardSchema.parse(row.body);
  parsed.set(row.hash, card);
  return card;
};

/** The card that is scored with: the last published. */
export async function currentCard(tx: Tx): Promise<Card> {
  const row = await tx.scorecard.findFirst({ where: { kind: 'rule' }, orderBy: { publishedAt: 'desc' } });
  if (!row) throw new Error('no scorecard is published');
  return openCard(row);
}

/** A published card by its version, however old. */
export async function cardOf(tx: Tx, version: string): Promise<Card> {
  return openCard(await tx.scorecard.findUniqueOrThrow({ where: { version } }));
}

/** The last published card with its seal, for everybody to read. */
export async function publishedCard(tx: Tx) {
  const row = await tx.scorecard.findFirst({ where: { kind: 'rule' }, orderBy: { publishedAt: 'desc' } });
  return row && { card: openCard(row), hash: row.hash, keyId: row.keyId, publishedAt: row.publishedAt };
}

export type PublishedRule = { readonly card: Card; readonly hash: string; readonly publishedAt: Date };

/** Every published rule card; the first is the one that is scored with. */
export async function publishedRules(tx: Tx): Promise<PublishedRule[]> {
  const rows = await tx.scorecard.findMany({ where: { kind: 'rule' }, orderBy: { publishedAt: 'desc' } });
  return rows.map((row) => ({ card: openCard(row), hash: row.hash, publishedAt: row.publishedAt }));
}

/** The hash of the card that is published under a version; null while there is none. */
export const publishedHash = async (tx: Tx, version: string): Promise<string | null> =>
  (await tx.scorecard.findUnique({ where: { version }, select: { hash: true } }))?.hash ?? null;

export type PublishedCard = { version: string; hash: string; signature: string; keyId: string; at: Date };

/** Adds a card; one that is published already stays as it is. */
export async function insertCard(tx: Tx, card: Card, { version, hash, signature, keyId, at }: PublishedCard) {
  await tx.$executeRaw`
    insert into scorecard (version, kind, body, hash, signature, key_id, published_at)
    values (${version}, ${card.kind}, ${JSON.stringify(card)}::jsonb, ${hash}, ${signature}, ${keyId}, ${at})
    on conflict (version) do nothing`;
}

/** One firm is scored by one process at a time. */
export const lockFirm = (tx: Tx, enterpriseId: EnterpriseId) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`score:${enterpriseId}`}, 0))`;

export const latestSheet = (tx: Tx, enterpriseId: EnterpriseId, scope: 'public' | 'full') =>
  tx.scoreSheet.findFirst({
    where: { enterpriseId, scope },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });

/** Whether a lower score of the firm was announced to it and waits for its day (restatement, domain.md row D7). */
export async function isFallAnnounced(
  tx: Tx,
  enterpriseId: EnterpriseId,
  scope: 'public' | 'full',
  today: Day,
): Promise<boolean> {
  const found = await tx.restatement.findFirst({
    where: { enterpriseId, scope, state: 'announced', effectiveOn: { gt: dateOfDay(today) } },
    select: { id: true },
  });
  return found !== null;
}

/** Whether a stored sheet says the same as a new result under the same consent and card. */
export function saysTheSame(row: SheetRow | null, { result, consentId }: MadeSheet): boolean {
  if (!row) return false;
  const stored = [
    row.cardVersion,
    row.consentId,
    row.milliPoints,
    row.grade,
    row.coveragePpm,
    row.vetoFactId,
  ];
  const made = [
    result.cardVersion,
    consentId,
    result.milliPoints,
    result.grade,
    result.coveragePpm,
    result.veto?.factId ?? null,
  ];
  return (
    stored.every((value, i) => value === made[i]) &&
    row.features.join() === storedValues(result.features).join() &&
    Buffer.from(row.missing).equals(missingBits(result.features)) &&
    row.reasons.join() === result.reasons.map(reasonCode).join()
  );
}

export type SheetMoment = { readonly asOf: Day; readonly knownAt: Date };

export async function insertSheet(
  tx: Tx,
  enterpriseId: EnterpriseId,
  id: ScoreSheetId,
  { scope, consentId, cause, result }: MadeSheet,
  { asOf, knownAt }: SheetMoment,
): Promise<void> {
  await tx.scoreSheet.create({
    data: {
      enterpriseId,
      id,
      scope,
      consentId,
      cause,
      ...columnsOf(result),
      asOf: dateOfDay(asOf),
      knownAt,
      createdAt: knownAt,
    },
  });
}

const columnsOf = (result: ScoreResult) => ({
  cardVersion: result.cardVersion,
  milliPoints: result.milliPoints,
  grade: result.grade,
  coveragePpm: result.coveragePpm,
  dimensionMilli: [...result.dimensionMilli],
  features: storedValues(result.features).map(BigInt),
  missing: new Uint8Array(missingBits(result.features)),
  reasons: result.reasons.map(reasonCode),
  vetoFactId: result.veto?.factId ?? null,
});

/** The evaluation consent of a firm in force at an instant, as far as the actor may know of it. */
export async function evaluationConsent(
  tx: Tx,
  enterpriseId: EnterpriseId,
  at: Date,
): Promise<ConsentId | null> {
  const [row] = await tx.$queryRaw<{ id: ConsentId | null }[]>`
    select evaluation_consent(${enterpriseId}::uuid, ${at}) as id`;
  return row?.id ?? null;
}

/** What an evaluation consent opened, also after it ended; null when the actor may not see it. */
export async function consentScope(
  tx: Tx,
  enterpriseId: EnterpriseId,
  id: string,
): Promise<EvaluationConsent | null> {
  const row = await tx.consent.findFirst({
    where: { enterpriseId, id },
    select: { items: true, dataFrom: true, dataTo: true },
  });
  const day = (date: Date | null) => date && dayOfDate(date);
  return row && { items: new Set(row.items), dataFrom: day(row.dataFrom), dataTo: day(row.dataTo) };
}

export const sheetById = (tx: Tx, enterpriseId: EnterpriseId, id: ScoreSheetId) =>
  tx.scoreSheet.findFirst({ where: { enterpriseId, id } });

export type HistoryRow = Pick<
  SheetRow,
  'id' | 'scope' | 'milliPoints' | 'grade' | 'coveragePpm' | 'cause' | 'createdAt'
>;

/** The sheets of a firm, the newest first. */
export const sheetHistory = (tx: Tx, enterpriseId: EnterpriseId, take = 60): Promise<HistoryRow[]> =>
  tx.scoreSheet.findMany({
    where: { enterpriseId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take,
    select: {
      id: true,
      scope: true,
      milliPoints: true,
      grade: true,
      coveragePpm: true,
      cause: true,
      createdAt: true,
    },
  });

type FoundFirm = {
  readonly id: EnterpriseId;
  readonly uscc: string | null;
  readonly name: string;
  readonly source: string;
};

/** Firms that a person may mean by a credit code, an id, or an id of a data set with or without the set's name. */
export const findFirms = (tx: Tx, { key, id }: { key: string; id: EnterpriseId | null }) => tx.$queryRaw<
  FoundFirm[]
>`
  select id, uscc, name, source from enterprise
  where uscc = upper(${key}) or id = ${id}::uuid or external_id = ${key} or source || ':' || external_id = ${key}
  limit 5`;

/** Publishes a statistical card beside the rule card; one that is published already stays as it is. */
export async function insertStatisticalCard(
  tx: Tx,
  card: StatisticalCard,
  { version, hash, signature, keyId, at }: PublishedCard,
) {
  await tx.$executeRaw`
    insert into scorecard (version, kind, body, hash, signature, key_id, published_at)
    values (${version}, 'statistical', ${JSON.stringify(card)}::jsonb, ${hash}, ${signature}, ${keyId}, ${at})
    on conflict (version) do nothing`;
}

/**
 * Firms that a batch of records touched, up to so many. Registered firms whose records it corrects or revokes are left to
 * their restatement, as `firmsOfBatch` leaves them.
 */
export async function firmsTouched(tx: Tx, batchId: string, most: number): Promise<EnterpriseId[]> {
  const rows = await tx.$queryRaw<{ id: EnterpriseId }[]>`
    select enterprise_id as id from fact where batch_id = ${batchId}::uuid group by enterprise_id
    having not (bool_or(supersedes is not null)
                and exists (select 1 from user_account u where u.enterprise_id = fact.enterprise_id))
    limit ${most}`;
  return rows.map(({ id }) => id);
}
