import { randomUUID } from 'node:crypto';
import type { BatchId, EnterpriseId, FactId, InstitutionId } from '~/domain/kernel/id.ts';
import type { RestatementCause } from '~/domain/objection/cause.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { addAmendment, addRow, type RecordContent } from '~/server/objection/store-amend.ts';

export type Amendment = {
  readonly enterpriseId: EnterpriseId;
  readonly providerId: InstitutionId;
  readonly item: string;
  /** The row that stands. */
  readonly factId: FactId;
  readonly op: 'correct' | 'revoke' | 'seal' | 'restore';
  /** What a correction says instead. */
  readonly content?: RecordContent;
  readonly cause: RestatementCause;
  /** The case that decided it, named as the source of the row. */
  readonly caseId: string;
};

/**
 * Adds the next row to a record by decision of a case, under a delivery of its own that names the case, and asks for the
 * restatement of what was made from it; the copies in the books of successors follow, and the clocks of banks that waited
 * over it. Null when somebody else changed the record since: nothing is left behind.
 */
export async function amendRecord(tx: Tx, actor: Actor, amendment: Amendment): Promise<FactId | null> {
  const { enterpriseId, op, cause } = amendment;
  const id = randomUUID() as FactId;
  const at = clock.now();
  const batchId = randomUUID() as BatchId;
  const added = await addRow(tx, amendment, { id, batchId, at });
  if (!added) return null;
  const receivedBy = actor.kind === 'person' ? actor.userId : null;
  await addAmendment(tx, amendment, { batchId, at, receivedBy });
  await recordChange(tx, actor, {
    kind: 'record.amended',
    enterpriseId,
    institutionId: amendment.providerId,
    subjectId: id,
    payload: { item: amendment.item, op, cause, caseId: amendment.caseId },
    jobs: [
      { name: 'restatement.restate', payload: { enterpriseId, ref: id, cause } },
      { name: 'record.follow-succession', payload: { ref: id } },
      ...(op === 'seal' || op === 'restore'
        ? [
            {
              name: 'restatement.set-clocks' as const,
              payload: { enterpriseId, ref: id, at: 'sealed' as const },
            },
          ]
        : []),
    ],
  });
  return id;
}
