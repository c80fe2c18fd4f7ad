import type { Tx } from '~/server/db/client.ts';
import type { KeptDocument } from '~/server/platform/keep-documents.ts';

type Reply = {
  readonly alertId: string;
  readonly enterpriseId: string;
  readonly institutionId: string;
  readonly replyId: string;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
};

export const addCaseDocuments = (tx: Tx, reply: Reply, documents: readonly KeptDocument[]) =>
  tx.alertDocument.createMany({ data: documents.map((document) => ({ ...document, ...reply })) });

export const countCaseDocuments = (tx: Tx, enterpriseId: string, alertId: string) =>
  tx.alertDocument.count({ where: { enterpriseId, alertId } });

/** The documents of a case that the reader may open, in the order they came. */
export const findCaseDocuments = (tx: Tx, enterpriseId: string, alertId: string) =>
  tx.alertDocument.findMany({
    where: { enterpriseId, alertId },
    orderBy: [{ uploadedAt: 'asc' }, { name: 'asc' }, { id: 'asc' }],
  });

/** One document of a case; null where row security shows the reader none. */
export const findCaseDocument = (tx: Tx, alertId: string, id: string) =>
  tx.alertDocument.findFirst({ where: { alertId, id } });
