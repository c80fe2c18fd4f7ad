import type { ConsentId } from '~/domain/kernel/id.ts';
import type { Application } from '~/server/application/store.ts';
import { consentById } from '~/server/consent/store.ts';
import type { Tx } from '~/server/db/client.ts';
import { type OpenBranch, openBranches } from '~/server/institution/store-branch.ts';

/**
 * The branch that a consent to monitoring names: where the firm chose one when it applied, the one with which the application
 * lies now. Null is the whole bank: where the firm chose none, or the head office took the application to itself.
 */
export async function monitoringBranch(
  tx: Tx,
  { institutionId, branchId, consentId }: Application,
): Promise<OpenBranch | null> {
  const given = await consentById(tx, consentId as ConsentId);
  const named = given?.recipient.kind === 'institution' && given.recipient.branchId;
  if (!named || branchId === null) return null;
  return (await openBranches(tx, [institutionId])).find(({ id }) => id === branchId) ?? null;
}
