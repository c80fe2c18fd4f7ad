import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

/** The credit code under which a provider knows a firm; null for a firm of a data set. */
export async function findUscc(tx: Tx, enterpriseId: EnterpriseId): Promise<string | null> {
  const row = await tx.enterprise.findUnique({ where: { id: enterpriseId }, select: { uscc: true } });
  return row?.uscc ?? null;
}
