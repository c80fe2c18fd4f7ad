import { branchByPlace } from '~/domain/institution/branch.ts';
import type { BranchId, EnterpriseId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';
import { openBranches, placesOf } from '~/server/institution/store-branch.ts';

/** Where an application of a firm goes within its bank. */
export type BranchFor = {
  /** Null is the head office. */
  readonly branchId: BranchId | null;
  /** The firm chose it: then its consent names the branch too. */
  readonly isChosen: boolean;
};

/** The branch that the firm chose of each bank, else the one that serves its place, else the head office. */
export async function branchesFor(
  tx: Tx,
  enterpriseId: EnterpriseId,
  institutionIds: readonly string[],
  chosen: readonly string[],
): Promise<(institutionId: string) => BranchFor> {
  const branches = await openBranches(tx, institutionIds);
  const places = branches.length > 0 ? await placesOf(tx, enterpriseId) : [];
  return (institutionId) => {
    const own = branches.filter((branch) => branch.institutionId === institutionId);
    const wished = own.find(({ id }) => chosen.includes(id));
    return wished
      ? { branchId: wished.id, isChosen: true }
      : { branchId: branchByPlace(own, places), isChosen: false };
  };
}

/** Whether every branch that the firm chose is an open one of a bank that it applies to. */
export async function areOpen(
  tx: Tx,
  institutionIds: readonly string[],
  chosen: readonly string[],
): Promise<boolean> {
  if (chosen.length === 0) return true;
  const open = new Set<string>((await openBranches(tx, institutionIds)).map(({ id }) => id));
  return chosen.every((id) => open.has(id));
}
