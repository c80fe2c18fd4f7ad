import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

/** The provider of an item that describes natural persons; null for any other item. */
export async function personalItem(tx: Tx, code: string, on: Day) {
  const [row] = await tx.$queryRaw<{ providerId: InstitutionId }[]>`
    select provider_id as "providerId" from catalogue_item
    where code = ${code} and replace(subject, '_', '-') = 'natural-person'
      and valid_from <= ${on}::date and (valid_to is null or valid_to >= ${on}::date)
    order by version desc limit 1`;
  return row ?? null;
}

export async function firmsByCode(tx: Tx, codes: readonly string[]): Promise<Map<string, EnterpriseId>> {
  const rows = await tx.enterprise.findMany({
    where: { uscc: { in: [...new Set(codes)] } },
    select: { id: true, uscc: true },
  });
  return new Map(rows.map(({ id, uscc }) => [uscc ?? '', id as EnterpriseId]));
}
