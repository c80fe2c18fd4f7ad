import type { ConsentId, EnterpriseId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

/** How often a consent was used, and when last. */
export type UseCount = { readonly reads: number; readonly lastAt: Date | null };

/** Accepted reads under each consent of a firm since it was given, from the firm's audit chain. */
export async function readsOf(tx: Tx, enterpriseId: EnterpriseId): Promise<Map<ConsentId, UseCount>> {
  const rows = await tx.$queryRaw<(UseCount & { id: ConsentId })[]>`
    select consent_id as id, count(*)::int as reads, max(at) as "lastAt" from audit_entry
    where enterprise_id = ${enterpriseId}::uuid and action = 'consent.read' and outcome = 'ok' and consent_id is not null
    group by consent_id`;
  return new Map(rows.map(({ id, ...count }) => [id, count]));
}

/** Score sheets made under each evaluation consent of a firm. */
export async function sheetsOf(tx: Tx, enterpriseId: EnterpriseId): Promise<Map<ConsentId, UseCount>> {
  const rows = await tx.$queryRaw<(UseCount & { id: ConsentId })[]>`
    select consent_id as id, count(*)::int as reads, max(created_at) as "lastAt" from score_sheet
    where enterprise_id = ${enterpriseId}::uuid and consent_id is not null group by consent_id`;
  return new Map(rows.map(({ id, ...count }) => [id, count]));
}

/** The last reads under one consent: who, when. */
export const lastReads = (tx: Tx, enterpriseId: EnterpriseId, consentId: ConsentId) =>
  tx.auditEntry.findMany({
    where: { enterpriseId, consentId, action: 'consent.read' },
    orderBy: { at: 'desc' },
    take: 30,
    select: { stream: true, seq: true, at: true, userName: true, role: true, outcome: true },
  });
