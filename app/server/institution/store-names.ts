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
