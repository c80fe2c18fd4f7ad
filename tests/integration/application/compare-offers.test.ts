import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { approvalOf, createApplicants, submissionOf } from '#tests/factories/applying.ts';
import { confirmProposal } from '#tests/factories/deciding.ts';
import type { ApplicationId } from '~/domain/kernel/id.ts';
import { yuan } from '~/domain/kernel/money.ts';
import { percent } from '~/domain/kernel/rate.ts';
import { insist } from '~/domain/kernel/result.ts';
import { compareOffers } from '~/server/application/compare-offers.ts';
import { pickUpApplication } from '~/server/application/pick-up-application.ts';
import { proposeDecision } from '~/server/application/propose-decision.ts';
import { submitApplications } from '~/server/application/submit-applications.ts';

freshDatabase();
let parties: Awaited<ReturnType<typeof createApplicants>>;

beforeAll(async () => {
  process.env.XINQIAO_DATA_DIR = mkdtempSync(path.join(tmpdir(), 'xinqiao-test-'));
  parties = await createApplicants();
});

type Bank = typeof parties.bankA;

async function offer(bank: Bank, id: ApplicationId, terms: { rate: string; fee: number }): Promise<void> {
  const proposal = approvalOf();
  if (proposal.outcome !== 'approve') throw new Error('not an approval');
  const changed = { ...proposal.terms, rate: percent(terms.rate), fee: yuan(terms.fee) };
  insist(await pickUpApplication(bank.officer, id));
  insist(await proposeDecision(bank.officer, id, { outcome: 'approve', terms: changed }));
  insist(await confirmProposal(bank.reviewer, id));
}

it('puts the cheaper offer first by net cost, though its rate is higher', async () => {
  const ids = insist(await submitApplications(parties.owner, submissionOf(parties)));
  const [a, b] = ids as [ApplicationId, ApplicationId];
  await offer(parties.bankA, a, { rate: '3.00', fee: 20_000 });
  await offer(parties.bankB, b, { rate: '3.65', fee: 0 });
  const compared = insist(await compareOffers(parties.owner, parties.needId));
  expect(compared.offers.map((line) => line.id)).toEqual([b, a]);
  const dear = compared.offers[1];
  expect(BigInt(dear?.net ?? 0)).toBe(
    BigInt(dear?.interest ?? 0) + yuan(20_000) - BigInt(dear?.subsidy ?? 0),
  );
  expect(dear?.apr).toBeGreaterThan(compared.offers[0]?.apr ?? 0);
});

it('shows the offers of a need to nobody but its firm', async () => {
  const stranger = { ...parties.owner, enterpriseId: parties.bankB.id as never };
  expect(await compareOffers(stranger, parties.needId)).toMatchObject({
    refusal: { code: 'need.not-found' },
  });
});
