import type { Application } from '~/server/application/store.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';
import type { KeptDocument } from '~/server/platform/keep-documents.ts';

type Owner = Pick<Application, 'id' | 'enterpriseId' | 'institutionId'>;

export const addAttachments = (
  tx: Tx,
  owner: Owner,
  documents: readonly KeptDocument[],
  by: { readonly uploadedBy: string; readonly uploadedAt: Date },
) =>
  tx.attachment.createMany({
    data: documents.map(
      (document): Prisma.AttachmentCreateManyInput => ({
        ...document,
        ...by,
        enterpriseId: owner.enterpriseId,
        applicationId: owner.id,
        institutionId: owner.institutionId,
      }),
    ),
  });

/** The documents of an application, in the order they came. */
export async function attachmentsOf(tx: Tx, applicationId: string) {
  const rows = await tx.attachment.findMany({
    where: { applicationId },
    orderBy: [{ uploadedAt: 'asc' }, { name: 'asc' }],
  });
  return rows.map(({ id, name, contentType, bytes, sha256, uploadedAt }) => ({
    id,
    name,
    contentType,
    bytes,
    sha256,
    uploadedAt: uploadedAt.toISOString(),
  }));
}

export const findAttachment = (tx: Tx, applicationId: string, id: string) =>
  tx.attachment.findFirst({ where: { applicationId, id } });

export const countAttachments = (tx: Tx, applicationId: string) =>
  tx.attachment.count({ where: { applicationId } });
