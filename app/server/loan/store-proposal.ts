import type { Day } from '~/domain/kernel/day.ts';
import type { Actor } from '~/server/access/actor.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import type { Loan } from '~/server/loan/store-servicing.ts';

export const addProposal = (tx: Tx, data: Prisma.LoanProposalCreateManyInput) =>
  tx.loanProposal.createMany({ data: [data] });

/** The proposal on a loan that waits for a second person, as this reader sees it: only its bank, and who may decide. */
export async function findOpenProposal(tx: Tx, { id, institutionId }: Loan, reader: Actor) {
  if (reader.kind !== 'person' || reader.institutionId !== institutionId) return null;
  const row = await tx.loanProposal.findFirst({ where: { loanId: id, state: 'open' } });
  if (!row) return null;
  return {
    id: row.id,
    effectiveOn: dayOfDate(row.effectiveOn) as string,
    reason: row.reason,
    isMine: row.makerId === reader.userId,
  };
}

export const findProposal = (tx: Tx, loanId: string) =>
  tx.loanProposal.findFirst({ where: { loanId, state: 'open' } });

export const decideProposal = (
  tx: Tx,
  id: string,
  decided: { readonly state: 'confirmed' | 'rejected'; readonly checkerId: string; readonly decidedAt: Date },
) => tx.loanProposal.updateMany({ where: { id, state: 'open' }, data: decided });

/** The other contracts of the same money: what this one renews and what renews it. */
export async function findFamily(tx: Tx, loan: Loan) {
  const before = loan.renewsLoanId
    ? await tx.loan.findFirst({ where: { enterpriseId: loan.enterpriseId, id: loan.renewsLoanId } })
    : null;
  const after = await tx.loan.findFirst({
    where: { enterpriseId: loan.enterpriseId, renewsLoanId: loan.id },
  });
  const named = (row: Loan | null) => row && { id: row.id, contractNo: row.contractNo };
  return { before: named(before), after: named(after) };
}

/** Day on which a proposal takes effect. */
export const effectiveDay = (proposal: { effectiveOn: Date }): Day => dayOfDate(proposal.effectiveOn);
