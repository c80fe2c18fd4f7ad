import { sha256 } from '~/domain/kernel/hash.ts';
import type { BatchId, EnterpriseId, FactId, InstitutionId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

/** What a record says after a correction; amounts in fen. */
export type RecordContent = {
  readonly occurredOn: string | null;
  readonly endedOn: string | null;
  readonly amountFen: bigint | null;
  readonly quantity: number | null;
  readonly category: string | null;
};

type Row = {
  readonly enterpriseId: EnterpriseId;
  readonly factId: FactId;
  readonly op: 'correct' | 'revoke' | 'seal' | 'restore';
  readonly content?: RecordContent;
};

type New = { readonly id: FactId; readonly batchId: BatchId; readonly at: Date };

/** Adds the next row of a record by the database's own rule; null when it is not the last row any more. */
export async function addRow(tx: Tx, { enterpriseId, factId, op, content }: Row, { id, batchId, at }: New) {
  const {
    occurredOn = null,
    endedOn = null,
    amountFen = null,
    quantity = null,
    category = null,
  } = content ?? {};
  const [row] = await tx.$queryRaw<{ id: string | null }[]>`
    select amend_fact(${enterpriseId}::uuid, ${factId}::uuid, ${id}::uuid, ${op}, ${batchId}::uuid, ${at}, ${occurredOn}::date,
                      ${endedOn}::date, ${amountFen}::bigint, ${quantity}::integer, ${category}) as id`;
  return row?.id ?? null;
}

type Source = { readonly providerId: InstitutionId; readonly item: string; readonly caseId: string };
type Taken = Omit<New, 'id'> & { readonly receivedBy: string | null };

/** The delivery of one row that a case brought. */
export const addAmendment = (
  tx: Tx,
  { providerId, item, caseId }: Source,
  { batchId, at, receivedBy }: Taken,
) =>
  tx.recordBatch.createMany({
    data: [
      {
        id: batchId,
        providerId,
        mapping: 'amendment',
        item,
        fileName: `case-${caseId}`,
        fileHash: sha256(caseId),
        fileBytes: 0n,
        state: 'accepted',
        rowsRead: 1,
        rowsAccepted: 1,
        firmsTouched: 1,
        receivedBy,
        receivedAt: at,
        finishedAt: at,
      },
    ],
  });
