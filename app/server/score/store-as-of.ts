import type { EvaluationConsent } from '~/domain/feature/scope.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';
import type { ScoreSheet as SheetRow } from '~/server/db/prisma/client.ts';

/** The last sheet of a scope that was made by an instant; a full one only if it was made under this consent. */
export const sheetMadeBy = (
  tx: Tx,
  enterpriseId: EnterpriseId,
  { at, consentId }: { readonly at: Date; readonly consentId: string | null },
): Promise<SheetRow | null> =>
  tx.scoreSheet.findFirst({
    where: { enterpriseId, scope: consentId ? 'full' : 'public', consentId, createdAt: { lte: at } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });

/** What an evaluation consent opened, for whoever may see the firm's scores; null where it may not be known. */
export async function evaluationScope(
  tx: Tx,
  enterpriseId: EnterpriseId,
  consentId: string,
): Promise<EvaluationConsent | null> {
  const [row] = await tx.$queryRaw<{ items: string[]; dataFrom: Day | null; dataTo: Day | null }[]>`
    select items, data_from::text as "dataFrom", data_to::text as "dataTo"
    from evaluation_scope(${enterpriseId}::uuid, ${consentId}::uuid)`;
  return row ? { items: new Set(row.items), dataFrom: row.dataFrom, dataTo: row.dataTo } : null;
}
