import type { Reader } from '~/server/db/client.ts';

/** What an institution is called in both languages; null when it is none of the platform's. */
export async function findInstitutionName(tx: Reader, id: string) {
  const [row] = await tx.$queryRaw<{ nameZh: string; nameEn: string }[]>`
    select name_zh as "nameZh", name_en as "nameEn" from institution where id = ${id}::uuid`;
  return row ?? null;
}
