import type { Tx } from '~/server/db/client.ts';

/** Names of colleagues and of the bank's own systems by id; those of other houses are not visible and stay out. */
export async function personNames(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = ids.filter((id) => id !== null);
  const rows = await tx.userAccount.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
  });
  const machines =
    rows.length < wanted.length
      ? await tx.apiClient.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } })
      : [];
  return new Map([
    ...rows.map(({ id, name }) => [id, name] as const),
    ...machines.map(({ id, name }) => [id, `API · ${name}`] as const),
  ]);
}

/** The loan that came out of an application, or null. */
export async function findLoanOf(tx: Tx, applicationId: string): Promise<string | null> {
  const loan = await tx.loan.findFirst({ where: { applicationId }, select: { id: true } });
  return loan?.id ?? null;
}
