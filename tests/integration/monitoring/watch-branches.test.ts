import { randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { institutionId } from '#prisma/seed/institutions.ts';
import { freshDatabase } from '#tests/database.ts';
import { addNeed, approvalOf, createApplicants, submissionOf } from '#tests/factories/applying.ts';
import { makeBranches } from '#tests/factories/branches.ts';
import { confirmProposal } from '#tests/factories/deciding.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { latestEnd } from '~/domain/consent/draft-consent.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';
import type { ApplicationId, BranchId, LoanId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { answerOffer } from '~/server/application/answer-offer.ts';
import { pickUpApplication } from '~/server/application/pick-up-application.ts';
import { proposeDecision } from '~/server/application/propose-decision.ts';
import { recordContract } from '~/server/application/record-contract.ts';
import { submitApplications } from '~/server/application/submit-applications.ts';
import { transferApplication } from '~/server/application/transfer-application.ts';
import { clock } from '~/server/clock.ts';
import { grantConsent } from '~/server/consent/grant-consent.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { disburseLoan } from '~/server/loan/disburse-loan.ts';
import { answerAlert } from '~/server/monitoring/answer-alert.ts';
import { readCaseDocument } from '~/server/monitoring/read-case-document.ts';
import { showAlert } from '~/server/monitoring/show-alert.ts';
import { findLiveLoan } from '~/server/monitoring/store-watch.ts';
import { lookClosely, signalsToday } from '~/server/monitoring/watch-loans.ts';

const urls = freshDatabase({ template: referenceTemplate });
const platform = system('test');
let parties: Awaited<ReturnType<typeof createApplicants>>;
let bank: Awaited<ReturnType<typeof makeBranches>>;
let application: ApplicationId;
let loan: LoanId;

beforeAll(async () => {
  parties = await createApplicants();
  bank = await makeBranches(parties.bankA.id);
  const { officer, reviewer, id: east } = bank.east;
  const only = [parties.bankA.product];
  const wish = { productIds: only, consented: only, branchIds: [east] };
  const own = { ...parties, needId: await addNeed(parties) };
  const [id] = insist(await submitApplications(parties.owner, submissionOf(own, wish)));
  application = id as ApplicationId;
  insist(await pickUpApplication(officer, application));
  insist(await proposeDecision(officer, application, approvalOf()));
  insist(await confirmProposal(reviewer, application));
  const answer = { applicationId: application, answer: 'accept', closeOthers: false } as const;
  insist(await answerOffer(parties.owner, { ...answer, monitoring: false }));
  const day = clock.today();
  insist(await recordContract(officer, application, { contractNo: 'HT-1', contractOn: day }));
  loan = insist(await disburseLoan(officer, application, { disbursedOn: day, flags: [] }));
}, 120_000);

const agree = async (branchId?: BranchId) =>
  insist(
    await grantConsent(parties.owner, {
      recipient: {
        ...{ kind: 'institution', institutionId: parties.bankA.id, productId: null },
        ...(branchId && { branchId }),
      } as const,
      purpose: 'post-loan',
      items: ['court.judgment', 'tax.arrears'],
      detail: 'detail',
      mode: 'view',
      fetchType: 'periodic',
      dataFrom: null,
      dataTo: null,
      validTo: latestEnd(clock.now()),
      readsPerDay: 50,
      retentionDays: 365,
      returnDirection: true,
    }),
  );

const deliver = (item: string, on: Day) =>
  withClient(urls.batchUrl, (client) =>
    client.query(
      `insert into fact (enterprise_id, item, item_version, provider_id, batch_id, source_key, occurred_on, known_at, op)
       values ($1, $2, 1, $3, $4, $5, $6, now(), 'assert')`,
      [parties.enterpriseId, item, institutionId('court'), randomUUID(), randomBytes(16), dateOfDay(on)],
    ),
  );
const watch = () =>
  withActor(platform, async (tx) =>
    lookClosely(tx, platform, await findLiveLoan(tx, loan), await signalsToday(tx)),
  );

test('a loan that moved to another branch is watched for it, and its cases opened, only under a consent that serves it', async () => {
  const { east, west } = bank;
  await agree(east.id);
  await deliver('court.dishonesty', addDays(clock.today(), -3));
  expect(await watch()).toMatchObject({ loans: 1, raised: 1 });
  const [alert] = await withActor(platform, (tx) => tx.alert.findMany());
  const id = alert?.id ?? '';
  const file = { name: '说明.pdf', bytes: new Uint8Array(Buffer.from('%PDF-1.7 a receipt')) };
  insist(await answerAlert(parties.owner, id, '已履行完毕。', [file]));
  const told = insist(await showAlert(east.officer, id));
  expect(told.evidence).toMatchObject({ isShut: false, records: [{ item: 'court.dishonesty' }] });
  const document = told.documents[0]?.id ?? '';
  insist(await readCaseDocument(east.officer, id, document));

  insist(
    await transferApplication(parties.bankA.reviewer, application, { branch: west.id, reason: '企业迁址' }),
  );
  const stopped = (person: Person) =>
    withActor(person, (tx) => tx.notification.count({ where: { kind: 'application.watch-stopped' } }));
  expect(await Promise.all([parties.owner, west.officer, parties.bankA.officer].map(stopped))).toEqual([
    1, 1, 1,
  ]);
  expect(await stopped(east.officer)).toBe(0);
  await deliver('court.dishonesty', addDays(clock.today(), -2));
  expect(await watch()).toEqual({ loans: 0, raised: 0, merged: 0, cleared: 0 });
  const shut = insist(await showAlert(west.officer, id));
  expect(shut.evidence).toEqual({ figures: null, records: [], hidden: 0, isShut: true });
  expect(shut.documents).toEqual([]);
  expect(await readCaseDocument(west.officer, id, document)).toMatchObject({ ok: false });
  expect(insist(await showAlert(parties.bankA.officer, id)).documents).toHaveLength(1);

  await agree(west.id);
  expect(await watch()).toMatchObject({ loans: 1, merged: 1 });
  const opened = insist(await showAlert(west.officer, id));
  expect(opened.evidence.records).not.toEqual([]);
  insist(await readCaseDocument(west.officer, id, document));
  insist(
    await transferApplication(parties.bankA.reviewer, application, { branch: east.id, reason: '企业迁回' }),
  );
  expect(await stopped(parties.owner), 'the consent to the first branch stands').toBe(1);
});
