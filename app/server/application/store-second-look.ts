import type { Application } from '~/server/application/store.ts';
import type { Tx } from '~/server/db/client.ts';

/** Keeps the firm's own words on why a decision should be looked at again. */
export const keepSecondLookReason = (tx: Tx, { enterpriseId, id }: Application, why: string) =>
  tx.application.update({
    where: { enterpriseId_id: { enterpriseId, id } },
    data: { secondLookReason: why },
  });
