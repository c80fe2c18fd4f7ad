import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { seedReferenceTables } from '#prisma/seed/reference.ts';
import { freshDatabase } from '#tests/database.ts';
import { approvalOf, createApplicants, submissionOf } from '#tests/factories/applying.ts';
import { confirmProposal } from '#tests/factories/deciding.ts';
import type { ApplicationId, LoanId } from '~/domain/kernel/id.ts';
import { fen, wan, yuan, zeroFen } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { asInstitution, system } from '~/server/access/actor.ts';
import { answerOffer } from '~/server/application/answer-offer.ts';
import { readForMachine } from '~/server/application/list-for-machine.ts';
import { pickUpApplication } from '~/server/application/pick-up-application.ts';
import { proposeDecision } from '~/server/application/propose-decision.ts';
import { recordContract } from '~/server/application/record-contract.ts';
import { submitApplications } from '~/server/application/submit-applications.ts';
import { withdrawApplication } from '~/server/application/withdraw-application.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { askRenewal } from '~/server/loan/ask-renewal.ts';
import { disburseLoan } from '~/server/loan/disburse-loan.ts';
import { draftRenewal } from '~/server/loan/draft-renewal.ts';
import { recordRepayment } from '~/server/loan/record-repayment.ts';
import { showLoan } from '~/server/loan/show-loan.ts';
import { showRenewal } from '~/server/loan/show-renewal.ts';

freshDatabase();
let parties: Awaited<ReturnType<typeof createApplicants>>;
const today = clock.today();
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) =>
  outcome.ok ? 'ok' : outcome.refusal?.code;

beforeAll(async () => {
  process.env.XINQIAO_DATA_DIR = mkdtempSync(path.join(tmpdir(), 'xinqiao-test-'));
  await withActor(system('test'), seedReferenceTables);
  parties = await createApplicants();
});

/** Takes an application of the first bank as far as its signed contract, for so many months. */
async function contract(id: ApplicationId, termMonths: number, amount = wan(80)) {
  const { officer, reviewer } = parties.bankA;
  const proposal = approvalOf();
  if (proposal.outcome !== 'approve') throw new Error('not an approval');
  const terms = { ...proposal.terms, termMonths, amount, method: 'bullet-monthly' } as const;
  insist(await pickUpApplication(officer, id));
  insist(await proposeDecision(officer, id, { outcome: 'approve', terms }));
  insist(await confirmProposal(reviewer, id));
  const answer = { applicationId: id, answer: 'accept', closeOthers: true, monitoring: false } as const;
  insist(await answerOffer(parties.owner, answer));
  insist(await recordContract(officer, id, { contractNo: `XD-${id.slice(0, 8)}`, contractOn: today }));
}

const disburse = (id: ApplicationId, more: { size?: 'small'; dueDay?: number } = {}) =>
  disburseLoan(parties.bankA.officer, id, { disbursedOn: today, flags: [], ...more });

/** New money from the first bank, also beside what goes on there already. */
async function apply(): Promise<ApplicationId> {
  const only = [parties.bankA.product];
  const wish = { productIds: only, consented: only, confirmed: ['same-bank'] };
  const [id] = insist(await submitApplications(parties.owner, submissionOf(parties, wish)));
  if (!id) throw new Error('nothing was submitted');
  return id;
}

async function fund(termMonths: number): Promise<LoanId> {
  const id = await apply();
  await contract(id, termMonths);
  return insist(await disburse(id));
}

const formOf = (wish = {}) => {
  const {
    needId: _need,
    productIds: _products,
    ...form
  } = submissionOf(parties, { termMonths: 12, confirmed: ['same-bank'], ...wish });
  return form;
};

test('a firm asks for a renewal once, its bank decides, and the new contract takes over without money moving', async () => {
  const loan = await fund(2);
  expect(insist(await showRenewal(parties.owner, loan))).toMatchObject({ mayAsk: true, askedBy: null });
  const ask = (wish = {}) => askRenewal(parties.owner, loan, formOf(wish));
  expect(codeOf(await ask({ amountFen: fen(wan(80) + 1n) }))).toBe('loan.renewal-amount');
  expect(codeOf(await ask({ termMonths: 37 }))).toBe('loan.renewal-term');
  const asked = insist(await ask());
  expect(codeOf(await ask())).toBe('loan.renewal-not-now');
  expect(insist(await showRenewal(parties.owner, loan))).toMatchObject({ mayAsk: false, askedBy: asked });

  // New money for the same product is asked for beside it.
  const beside = await apply();
  await contract(asked, 12, fen(wan(80) - yuan(100)));
  const contractNo = insist(await showLoan(parties.owner, loan)).contractNo;
  expect(insist(await readForMachine(asInstitution(parties.bankA.officer), asked))).toMatchObject({
    renews: contractNo,
  });
  expect(insist(await readForMachine(asInstitution(parties.bankA.officer), beside))).toMatchObject({
    renews: null,
    state: 'submitted',
  });
  insist(await withdrawApplication(parties.owner, beside));

  expect(codeOf(await disburse(asked, { size: 'small' }))).toBe('loan.renewal-beyond-offer');
  const back = { paidOn: today, principal: yuan(100), interest: zeroFen, penalty: zeroFen };
  insist(await recordRepayment(parties.bankA.officer, loan, { ...back, ahead: 'smaller-instalment' }));
  expect(codeOf(await disburse(asked))).toBe('loan.renewal-size');
  expect(codeOf(await disburse(asked, { size: 'small', dueDay: 20 }))).toBe('loan.renewal-keeps-terms');
  const renewed = insist(await disburse(asked, { size: 'small' }));
  expect(insist(await showLoan(parties.owner, loan))).toMatchObject({ state: 'renewed', balanceFen: '0' });
  expect(insist(await showLoan(parties.owner, renewed))).toMatchObject({
    contractNo: `XD-${asked.slice(0, 8)}`,
    balanceFen: String(wan(80) - yuan(100)),
    termMonths: 12,
    family: { before: { id: loan } },
    tier: 'normal',
  });
  const [row, steps] = await withActor(system('test'), (tx) =>
    Promise.all([
      tx.loan.findFirstOrThrow({ where: { id: renewed } }),
      tx.applicationEvent.findMany({ where: { applicationId: asked }, orderBy: { id: 'asc' } }),
    ]),
  );
  expect(row).toMatchObject({ moneyId: loan, renewsLoanId: loan, applicationId: asked, purpose: 'renewal' });
  expect(steps.at(-1)).toMatchObject({ kind: 'disbursed', message: { facts: { renewsLoanId: loan } } });
  expect(codeOf(await disburse(asked, { size: 'small' }))).toBe('application.wrong-state');
});

test('a loan that matures later, and one of another firm, cannot be asked for', async () => {
  const loan = await fund(12);
  expect(insist(await showRenewal(parties.owner, loan))).toMatchObject({ mayAsk: false });
  expect(await askRenewal(parties.owner, loan, formOf())).toMatchObject({
    refusal: { code: 'loan.renewal-not-now', checks: ['window'] },
  });
  const stranger = await createApplicants();
  expect(codeOf(await askRenewal(stranger.owner, loan, formOf()))).toBe('loan.not-found');
  expect(codeOf(await draftRenewal(stranger.owner, loan))).toBe('loan.not-found');
  expect(codeOf(await showRenewal(stranger.owner, loan))).toBe('loan.not-found');
});
