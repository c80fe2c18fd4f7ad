import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { type ReportBody, reportSchema } from '~/domain/report/report.ts';
import type { Tx } from '~/server/db/client.ts';

export type SealedReport = {
  readonly enterpriseId: EnterpriseId;
  readonly id: string;
  readonly code: string;
  readonly body: ReportBody;
  readonly hash: string;
  readonly signature: string;
  readonly keyId: string;
};

export type NewReport = SealedReport & {
  readonly institutionId: string | null;
  readonly batchId: string | null;
  readonly madeBy: string | null;
  readonly madeAt: Date;
};

/** Adds a report; nothing is read back, since a bank may not read what it took. */
export const insertReport = (tx: Tx, r: NewReport) =>
  tx.$executeRaw`
    insert into credit_report (enterprise_id, id, code, audience, institution_id, sheet_id, consent_id, batch_id, body,
                               hash, signature, key_id, made_by, made_at)
    values (${r.enterpriseId}::uuid, ${r.id}::uuid, ${r.code}, ${r.body.audience}, ${r.institutionId}::uuid,
            ${r.body.score?.sheetId ?? null}::uuid, ${r.body.consent?.id ?? null}::uuid, ${r.batchId}::uuid,
            ${JSON.stringify(r.body)}::jsonb, ${r.hash}, ${r.signature}, ${r.keyId}, ${r.madeBy}::uuid, ${r.madeAt})`;

const shown = (row: {
  enterpriseId: string;
  id: string;
  code: string;
  body: unknown;
  hash: string;
  signature: string;
  keyId: string;
}): SealedReport => ({
  enterpriseId: row.enterpriseId as EnterpriseId,
  id: row.id,
  code: row.code,
  body: reportSchema.parse(row.body),
  hash: row.hash,
  signature: row.signature,
  keyId: row.keyId,
});

/** One report that a firm had made for itself. */
export async function ownReport(
  tx: Tx,
  enterpriseId: EnterpriseId,
  id: string,
): Promise<SealedReport | null> {
  const row = await tx.creditReport.findFirst({ where: { enterpriseId, id, audience: 'firm' } });
  return row && shown(row);
}

/** The reports that a firm had made for itself, the newest first. */
export async function ownReports(
  tx: Tx,
  enterpriseId: EnterpriseId,
  { before, limit }: { readonly before: Date | null; readonly limit: number },
): Promise<SealedReport[]> {
  const rows = await tx.creditReport.findMany({
    where: { enterpriseId, audience: 'firm', ...(before && { madeAt: { lt: before } }) },
    orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(shown);
}

/** What a batch made of these firms so far. */
export async function reportsOfBatch(
  tx: Tx,
  batchId: string,
  firms: readonly EnterpriseId[],
): Promise<ReadonlyMap<string, SealedReport>> {
  const rows = await tx.creditReport.findMany({ where: { enterpriseId: { in: [...firms] }, batchId } });
  return new Map(rows.map((row) => [row.enterpriseId, shown(row)]));
}

/** The report behind the code of its QR, and who it was for; only the platform may ask. */
export async function reportByCode(tx: Tx, code: string) {
  const row = await tx.creditReport.findFirst({ where: { code } });
  return row && { ...shown(row), sheetId: row.sheetId, consentId: row.consentId, madeAt: row.madeAt };
}

/** When a record of these items was last corrected, revoked or sealed after an instant. */
export async function lastChangeSince(
  tx: Tx,
  enterpriseId: EnterpriseId,
  items: readonly string[],
  since: Date,
): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
    select max(known_at) as at from fact
    where enterprise_id = ${enterpriseId}::uuid and op in ('correct', 'revoke', 'seal') and known_at > ${since}
      and item = any(${items}::text[])`;
  return row?.at ?? null;
}
