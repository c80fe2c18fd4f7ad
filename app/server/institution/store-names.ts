import type { InstitutionId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

/** Names of institutions in both languages, by id; what is not known is absent. */
export async function namesOfInstitutions(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly zh: string; readonly en: string }>> {
  const rows = await tx.institution.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, nameZh: true, nameEn: true },
  });
  return new Map(rows.map(({ id, nameZh, nameEn }) => [id, { zh: nameZh, en: nameEn }]));
}

/** The platform as an institution: its inbox is the operators'. Empty where none is set up. */
export async function findPlatform(tx: Tx): Promise<InstitutionId[]> {
  const rows = await tx.institution.findMany({
    where: { kind: 'platform' },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => row.id as InstitutionId);
}
