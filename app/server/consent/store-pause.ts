import type { PauseKind } from '~/domain/consent/receipt.ts';
import type { ConsentId, EnterpriseId, UserId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

export type PauseRow = {
  readonly kind: PauseKind;
  readonly at: Date;
  readonly userName: string;
  readonly body: string;
  readonly signature: string;
};

/** The pauses of a consent and their ends, the oldest first. */
export async function pausesOf(
  tx: Tx,
  enterpriseId: EnterpriseId,
  consentId: ConsentId,
): Promise<PauseRow[]> {
  const rows = await tx.consentPause.findMany({ where: { enterpriseId, consentId }, orderBy: { at: 'asc' } });
  return rows.map((row) => ({ ...row, kind: row.kind as PauseKind }));
}

type NewPause = Omit<PauseRow, 'userName'> & {
  readonly id: string;
  readonly enterpriseId: EnterpriseId;
  readonly consentId: ConsentId;
  readonly userId: UserId;
  readonly userName: string;
  readonly keyId: string;
};

/** Marks the consent and keeps the signed step beside it. */
export async function addPause(tx: Tx, pause: NewPause): Promise<void> {
  const { enterpriseId, consentId, kind, at } = pause;
  await tx.consent.updateMany({
    where: { enterpriseId, id: consentId, revokedAt: null },
    data: { pausedAt: kind === 'paused' ? at : null },
  });
  await tx.consentPause.create({ data: pause });
}
