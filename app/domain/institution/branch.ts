import type { BranchId } from '~/domain/kernel/id.ts';

/** A branch that is open, and the region whose firms it serves. */
export type ServingBranch = { readonly id: BranchId; readonly areaCode: string | null };

/**
 * The branch that serves a firm by where it is registered: the one whose area lies closest above. `places` are the firm's
 * region and those above it, the smallest first. Where two serve one area, the first by its id; where none does, the head office.
 */
export function branchByPlace(
  branches: readonly ServingBranch[],
  places: readonly string[],
): BranchId | null {
  const sorted = branches.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const place of places) {
    const found = sorted.find(({ areaCode }) => areaCode === place);
    if (found) return found.id;
  }
  return null;
}
