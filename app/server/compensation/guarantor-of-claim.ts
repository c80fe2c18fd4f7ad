import type { EnrolmentRow } from '~/server/compensation/store.ts';
import type { Tx } from '~/server/db/client.ts';
import { findCovering } from '~/server/guarantee/store.ts';

/** The contract under which a guarantor claims on a loan itself; null where the bank claims: no guarantor mode, or no contract. */
export async function guarantorOfClaim(tx: Tx, { mode, loanId }: Pick<EnrolmentRow, 'mode' | 'loanId'>) {
  if (mode !== 'guarantor') return null;
  const contracts = await findCovering(tx, loanId);
  return contracts.find(({ kind }) => kind === 'guarantee') ?? null;
}

/** Who claims, and to whom the pool pays: the guarantor that claimed for itself, else the bank. */
export const claimantOf = (claim: { readonly guarantorId: string | null; readonly institutionId: string }) =>
  claim.guarantorId ?? claim.institutionId;
