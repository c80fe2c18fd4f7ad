import { addNeed, approvalOf, createApplicants, submissionOf } from '#tests/factories/applying.ts';
import { confirmProposal } from '#tests/factories/deciding.ts';
import type { Parties } from '#tests/factories/parties.ts';
import { checkNames } from '~/domain/application/pre-check.ts';
import { addDays } from '~/domain/kernel/day.ts';
import type { ApplicationId, BranchId, NeedId } from '~/domain/kernel/id.ts';
import { yuan } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { answerOffer } from '~/server/application/answer-offer.ts';
import { pickUpApplication } from '~/server/application/pick-up-application.ts';
import { proposeDecision } from '~/server/application/propose-decision.ts';
import { recordContract } from '~/server/application/record-contract.ts';
import { submitApplications } from '~/server/application/submit-applications.ts';
import { clock } from '~/server/clock.ts';
import { disburseLoan } from '~/server/loan/disburse-loan.ts';
import { recordRepayment } from '~/server/loan/record-repayment.ts';

/** A bank, or a branch of it by its people. */
type Desk = Pick<Parties['bankA'], 'product' | 'officer' | 'reviewer'> & { readonly branchId?: BranchId };

/** Two banks and the firm that is the customer of both; what the second does is followed step by step. */
export const makeTwoBanks = createApplicants;
export type TwoBanks = Awaited<ReturnType<typeof makeTwoBanks>>;

async function applyTo(parties: TwoBanks, bank: Desk, needId: NeedId): Promise<ApplicationId> {
  const only = [bank.product];
  const branchIds = bank.branchId ? [bank.branchId] : [];
  const wish = submissionOf(
    { ...parties, needId },
    { productIds: only, consented: only, branchIds, confirmed: checkNames },
  );
  const [id] = insist(await submitApplications(parties.owner, wish));
  if (!id) throw new Error('nothing was submitted');
  return id;
}

/** An application at a bank, as far as the money and the first repayment. */
async function borrow(parties: TwoBanks, bank: Desk, contractNo: string): Promise<void> {
  const id = await applyTo(parties, bank, await addNeed(parties));
  insist(await pickUpApplication(bank.officer, id));
  insist(await proposeDecision(bank.officer, id, approvalOf()));
  insist(await confirmProposal(bank.reviewer, id));
  insist(
    await answerOffer(parties.owner, {
      applicationId: id,
      answer: 'accept',
      closeOthers: false,
      monitoring: true,
    }),
  );
  const day = addDays(clock.today(), -3);
  insist(await recordContract(bank.officer, id, { contractNo, contractOn: day }));
  const loanId = insist(await disburseLoan(bank.officer, id, { disbursedOn: day, flags: [] }));
  const paid = { paidOn: clock.today(), principal: yuan(100), interest: yuan(1) };
  insist(await recordRepayment(bank.officer, loanId, paid));
}

async function decline(parties: TwoBanks, bank: Desk): Promise<void> {
  const id = await applyTo(parties, bank, await addNeed(parties));
  insist(await pickUpApplication(bank.officer, id));
  insist(await proposeDecision(bank.officer, id, { outcome: 'decline', reasons: ['debt-too-high'] }));
  insist(await confirmProposal(bank.reviewer, id));
}

/** What a bank, or a branch of it, has of the firm: a loan, a declined application and one under review. */
export async function keepBusy(
  parties: TwoBanks,
  bank: Desk,
  contractNo = 'HT-2026-001',
): Promise<ApplicationId> {
  await borrow(parties, bank, contractNo);
  await decline(parties, bank);
  const open = await applyTo(parties, bank, await addNeed(parties));
  insist(await pickUpApplication(bank.officer, open));
  return open;
}
