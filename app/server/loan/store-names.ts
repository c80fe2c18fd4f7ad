import type { Tx } from '~/server/db/client.ts';

/** How a loan's page names its parties. */
export async function namesOfLoan(tx: Tx, loan: { enterpriseId: string; institutionId: string }) {
  const firm = await tx.enterprise.findUnique({
    where: { id: loan.enterpriseId },
    select: { name: true, uscc: true },
  });
  const bank = await tx.institution.findUnique({
    where: { id: loan.institutionId },
    select: { nameZh: true, nameEn: true },
  });
  return {
    firm: firm?.name ?? '',
    uscc: firm?.uscc ?? null,
    bankZh: bank?.nameZh ?? '',
    bankEn: bank?.nameEn ?? '',
  };
}

export type WithRegions = { readonly region?: string | null; readonly regions?: readonly string[] };

/** Names of the divisions that assessment lines mention by code. */
export async function namesOfRegions(tx: Tx, lines: readonly WithRegions[]): Promise<Record<string, string>> {
  const codes = new Set(
    lines.flatMap((line) => [...(line.regions ?? []), ...(line.region ? [line.region] : [])]),
  );
  const rows = await tx.region.findMany({ where: { code: { in: [...codes] } } });
  return Object.fromEntries(rows.map((row) => [row.code, row.nameZh]));
}
