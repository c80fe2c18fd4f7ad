import { sha256 } from '~/domain/kernel/hash.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type Circle, readCircle } from '~/server/monitoring/read-circle.ts';
import { findBorrower } from '~/server/monitoring/store-circle.ts';

export type CircleRefusal =
  | { readonly code: 'loan.not-found' }
  | { readonly code: 'monitoring.not-in-circle' };

/** What a firm goes by on the page of one loan: always the same there, and nothing to find it by elsewhere. */
export const keyIn =
  (loanId: string) =>
  (id: string): string =>
    sha256(`circle ${loanId} ${id}`).slice(0, 16);

export type CircleFile = Circle & {
  readonly loanId: string;
  readonly contractNo: string | null;
  readonly enterpriseId: string;
};

/**
 * The guarantee circle of the firm of a loan, and who is exposed with how much if one of its firms defaults: the borrower, or the
 * `defaulting` one. A bank opens it for its own loans and counts its own claims; the risk desk counts all of them.
 */
export function showCircle(
  actor: Actor,
  loanId: string,
  defaulting: string | null,
): Promise<Result<CircleFile, CircleRefusal>> {
  return withActor(actor, async (tx) => {
    const borrower = await findBorrower(tx, loanId);
    if (!borrower) return refuse({ code: 'loan.not-found' });
    const circle = await readCircle(tx, borrower.id, defaulting, keyIn(loanId));
    if (!circle) return refuse({ code: 'monitoring.not-in-circle' });
    return accept({ ...circle, loanId, contractNo: borrower.contractNo, enterpriseId: borrower.id });
  });
}
