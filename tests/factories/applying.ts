import { randomUUID } from 'node:crypto';
import { seedPolicy } from '#prisma/seed/policy.ts';
import { confirmProposal } from '#tests/factories/deciding.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import type { Proposal } from '~/domain/application/proposal.ts';
import { addDays } from '~/domain/kernel/day.ts';
import type { NeedId } from '~/domain/kernel/id.ts';
import { wan, yuan, zeroFen } from '~/domain/kernel/money.ts';
import { percent } from '~/domain/kernel/rate.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { answerOffer } from '~/server/application/answer-offer.ts';
import type { Submission } from '~/server/application/check-submission.ts';
import { pickUpApplication } from '~/server/application/pick-up-application.ts';
import { proposeDecision } from '~/server/application/propose-decision.ts';
import { recordContract } from '~/server/application/record-contract.ts';
import { submitApplications } from '~/server/application/submit-applications.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

const aPdf = new Uint8Array(Buffer.from('%PDF-1.7 a balance sheet'));

/** Parties with an open need, in a database that has its policy data. */
export async function createApplicants() {
  await withActor(system('test'), (tx) => seedPolicy(tx, clock.now()));
  const parties = await createParties();
  return { ...parties, needId: await addNeed(parties) };
}

export const addNeed = async ({ owner, enterpriseId }: Parties): Promise<NeedId> => {
  const id = randomUUID() as NeedId;
  await withActor(owner, (tx) =>
    tx.need.create({
      data: {
        id,
        enterpriseId,
        amountFen: wan(80),
        termMonths: 12,
        purpose: 'working-capital',
        collateral: ['credit'],
        createdBy: owner.userId,
        createdAt: clock.now(),
      },
    }),
  );
  return id;
};

/** An application to both banks, each with its consent; a test names only what matters to it. */
export const submissionOf = (
  parties: Parties & { needId: NeedId },
  wish: Partial<Submission> = {},
): Submission => ({
  needId: parties.needId,
  productIds: [parties.bankA.product, parties.bankB.product],
  amountFen: wan(80),
  termMonths: 12,
  consented: [parties.bankA.product, parties.bankB.product],
  consent: {
    items: ['tax.payment'],
    dataMonths: 36,
    validMonths: 6,
    readsPerDay: 50,
    retentionDays: 90,
    mode: 'store' as const,
    returnDirection: true,
  },
  documents: [{ name: '资产负债表.pdf', bytes: aPdf }],
  confirmed: [],
  ...wish,
});

export const approvalOf = (): Proposal => ({
  outcome: 'approve',
  terms: {
    amount: wan(80),
    termMonths: 12,
    rate: percent('3.65'),
    dayCount: 'thirty360',
    method: 'equal-instalment',
    fee: yuan(500),
    guaranteeFee: zeroFen,
    conditions: null,
    validUntil: addDays(clock.today(), 30),
  },
});

/** One application to the first bank. */
export async function submitOne(parties: Parties & { needId: NeedId }) {
  const only = [parties.bankA.product];
  const [id] = insist(
    await submitApplications(parties.owner, submissionOf(parties, { productIds: only, consented: only })),
  );
  if (!id) throw new Error('nothing was submitted');
  return id;
}

/** One application to the first bank, as far as its signed contract. */
export async function contractOne(parties: Parties & { needId: NeedId }) {
  const id = await submitOne(parties);
  insist(await pickUpApplication(parties.bankA.officer, id));
  insist(await proposeDecision(parties.bankA.officer, id, approvalOf()));
  insist(await confirmProposal(parties.bankA.reviewer, id));
  insist(
    await answerOffer(parties.owner, {
      applicationId: id,
      answer: 'accept',
      closeOthers: false,
      monitoring: true,
    }),
  );
  insist(
    await recordContract(parties.bankA.officer, id, {
      contractNo: `QT-${id.slice(0, 8)}`,
      contractOn: clock.today(),
    }),
  );
  return id;
}
