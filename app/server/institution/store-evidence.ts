import type { InstitutionId } from '~/domain/kernel/id.ts';
import type { Person } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import type { KeptDocument } from '~/server/platform/keep-documents.ts';

type Behind = { readonly id: string; readonly institutionId: InstitutionId };

/** Records files as evidence of an assessment, with who brought them. */
export const addEvidenceFiles = (
  tx: Tx,
  actor: Person,
  { id: assessmentId, institutionId }: Behind,
  files: readonly KeptDocument[],
) =>
  tx.assessmentDocument.createMany({
    data: files.map((file) => ({
      ...file,
      assessmentId,
      institutionId,
      addedBy: actor.userId,
      addedByName: actor.name,
      addedAt: clock.now(),
    })),
  });

/** The files of an institution's assessments, in the order they came. */
export async function findEvidenceFiles(tx: Tx, institutionId: InstitutionId) {
  const rows = await tx.assessmentDocument.findMany({
    where: { institutionId },
    orderBy: [{ addedAt: 'asc' }, { name: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, assessmentId, name, contentType, bytes, sha256, addedAt }) => ({
    id,
    assessmentId,
    name,
    contentType,
    bytes,
    sha256,
    addedAt: addedAt.toISOString(),
  }));
}

/** A file of an institution, as far as the actor may see it. */
export const findEvidenceFile = (tx: Tx, institutionId: InstitutionId, id: string) =>
  tx.assessmentDocument.findFirst({ where: { institutionId, id } });

/** How many files an assessment of an institution holds, held until the transaction ends; null when there is no such assessment. */
export async function countHeld(tx: Tx, { id, institutionId }: Behind): Promise<number | null> {
  if ((await tx.securityAssessment.count({ where: { id, institutionId } })) === 0) return null;
  return tx.assessmentDocument.count({ where: { assessmentId: id } });
}
