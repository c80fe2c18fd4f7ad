import type { Tx } from '~/server/db/client.ts';

/** Whether the bank already used a contract number: for a loan, or for a contract that is not paid out yet. */
export async function isContractNumberTaken(
  tx: Tx,
  institutionId: string,
  contractNo: string,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ taken: boolean }[]>`
    select exists (select 1 from loan where institution_id = ${institutionId}::uuid and contract_no = ${contractNo})
        or exists (select 1 from application_event where institution_id = ${institutionId}::uuid and kind = 'contracted'
                     and message->'facts'->>'contractNo' = ${contractNo}) as taken`;
  return row?.taken ?? false;
}
