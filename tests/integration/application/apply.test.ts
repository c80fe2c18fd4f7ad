import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import {
  addNeed,
  approvalOf,
  contractOne,
  createApplicants,
  submissionOf,
  submitOne,
} from '#tests/factories/applying.ts';
import { confirmProposal } from '#tests/factories/deciding.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { type ApplicationId, parseId } from '~/domain/kernel/id.ts';
import { wan } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { answerOffer } from '~/server/application/answer-offer.ts';
import { pickUpApplication } from '~/server/application/pick-up-application.ts';
import { proposeDecision } from '~/server/application/propose-decision.ts';
import { returnLapsedApplications } from '~/server/application/return-lapsed.ts';
import { eventsOf } from '~/server/application/store-event.ts';
import { submitApplications } from '~/server/application/submit-applications.ts';
import { withdrawApplication } from '~/server/application/withdraw-application.ts';
import { clock } from '~/server/clock.ts';
import { listConsents } from '~/server/consent/list-consents.ts';
import { readUnderConsent } from '~/server/consent/read-under-consent.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { disburseLoan } from '~/server/loan/disburse-loan.ts';
import { showPenaltyDefaults } from '~/server/loan/show-penalty-defaults.ts';

const urls = freshDatabase();
let parties: Awaited<ReturnType<typeof createApplicants>>;

beforeAll(async () => {
  process.env.XINQIAO_DATA_DIR = mkdtempSync(path.join(tmpdir(), 'xinqiao-test-'));
  parties = await createApplicants();
});

const sql = (text: string, ...values: unknown[]) =>
  withClient(urls.batchUrl, (client) => client.query(text, values));
const stateOf = (id: string) =>
  withActor(parties.owner, async (tx) => (await tx.application.findFirstOrThrow({ where: { id } })).state);
const codeOf = (result: { ok: true } | { ok: false; refusal: { code: string } }) =>
  result.ok ? 'ok' : result.refusal.code;

/** Every test starts without live applications. */
const closeAll = () =>
  sql(
    `update application set state = 'withdrawn', closed_at = $2 where enterprise_id = $1`,
    parties.enterpriseId,
    clock.now(),
  );

describe('a firm', () => {
  it('applies to several banks at once, each behind a consent of its own', async () => {
    const ids = insist(await submitApplications(parties.owner, submissionOf(parties)));
    expect(ids).toHaveLength(2);
    const rows = await withActor(parties.owner, (tx) =>
      tx.application.findMany({ where: { id: { in: ids } } }),
    );
    expect(new Set(rows.map((row) => row.consentId)).size).toBe(2);
    const notices = await withActor(parties.bankA.officer, (tx) =>
      tx.notification.findMany({ where: { kind: 'application.submitted' } }),
    );
    expect(notices).toHaveLength(1);
    await closeAll();
  });

  it('gets nothing submitted when one product cannot be applied for', async () => {
    await submitOne(parties);
    const again = await submitApplications(parties.owner, submissionOf(parties));
    expect(again).toMatchObject({
      refusal: { code: 'application.duplicate', products: [{ zh: '桥头银行贷' }] },
    });
    const live = await withActor(parties.owner, (tx) =>
      tx.application.count({ where: { closedAt: null, state: 'submitted' } }),
    );
    expect(live).toBe(1);
    await closeAll();
  });

  it.each([
    ['without the consent', () => ({ consented: [] }), 'application.consent-missing'],
    ['with a need of somebody else', () => ({ needId: randomUUID() as never }), 'need.not-found'],
    [
      'with a document that is none',
      () => ({ documents: [{ name: 'x.pdf', bytes: new Uint8Array([77, 90]) }] }),
      'institution.document-kind',
    ],
    [
      'opening items on natural persons',
      () => ({ consent: { ...submissionOf(parties).consent, items: ['provident.person-account'] } }),
      'consent.personal-items',
    ],
  ])('cannot apply %s', async (_name, wish, code) => {
    const fresh = { ...parties, ...(await createFirmBeside()) };
    expect(codeOf(await submitApplications(fresh.owner, submissionOf(fresh, wish())))).toBe(code);
  });
});

/** A second firm with a need of its own, so that no consent is in force yet. */
async function createFirmBeside() {
  const enterpriseId = randomUUID() as typeof parties.enterpriseId;
  const owner = { ...parties.owner, enterpriseId };
  await withActor(system('test'), (tx) =>
    tx.enterprise.create({
      data: { id: enterpriseId, source: 'registered', kind: 'company', name: '另一家' },
    }),
  );
  return { enterpriseId, owner, needId: await addNeed({ ...parties, owner, enterpriseId }) };
}

describe('a bank', () => {
  it('sees, moves and counts only its own applications; a foreign one does not exist', async () => {
    const [, forB] = insist(await submitApplications(parties.owner, submissionOf(parties)));
    const foreign = forB as ApplicationId;
    const unknown = parseId(randomUUID()) as ApplicationId;
    for (const id of [foreign, unknown]) {
      expect(codeOf(await pickUpApplication(parties.bankA.officer, id))).toBe('application.not-found');
      expect(codeOf(await proposeDecision(parties.bankA.officer, id, approvalOf()))).toBe(
        'application.not-found',
      );
      expect(codeOf(await confirmProposal(parties.bankA.reviewer, id))).toBe('application.not-found');
    }
    const seen = await withActor(parties.bankA.officer, async (tx) => ({
      applications: await tx.application.findMany({ where: { institutionId: parties.bankB.id } }),
      events: await tx.applicationEvent.findMany({ where: { institutionId: parties.bankB.id } }),
      attachments: await tx.attachment.findMany({ where: { institutionId: parties.bankB.id } }),
      notices: await tx.notification.findMany({ where: { institutionId: parties.bankB.id } }),
    }));
    expect(Object.values(seen).flat()).toEqual([]);
    await closeAll();
  });

  it('decides by two persons: the maker may not check, not even in the database', async () => {
    const id = await submitOne(parties);
    const { officer, colleague, reviewer } = parties.bankA;
    insist(await pickUpApplication(officer, id));
    expect(codeOf(await proposeDecision(colleague, id, approvalOf()))).toBe('application.other-officer');
    insist(await proposeDecision(officer, id, approvalOf()));
    expect(codeOf(await confirmProposal(officer, id))).toBe('application.maker-is-checker');
    await expect(sql('update application set checker_id = maker_id where id = $1', id)).rejects.toThrow(
      /maker_is_not_checker/,
    );
    insist(await confirmProposal(reviewer, id));
    expect(await stateOf(id)).toBe('approved');
    await closeAll();
  });

  it('tells the firm nothing of a proposal before it is decided, and signs every step', async () => {
    const id = await submitOne(parties);
    const { officer, reviewer } = parties.bankA;
    insist(await pickUpApplication(officer, id));
    insist(
      await proposeDecision(officer, id, { outcome: 'decline', reasons: ['tax-arrears', 'short-history'] }),
    );
    const before = await withActor(parties.owner, (tx) => eventsOf(tx, id));
    expect(JSON.stringify(before)).not.toContain('tax-arrears');
    insist(await confirmProposal(reviewer, id));
    const events = await withActor(parties.owner, (tx) => eventsOf(tx, id));
    expect(events.map((event) => [event.kind, event.signed])).toEqual([
      ['submitted', null],
      ['picked-up', true],
      ['proposed', true],
      ['declined', true],
    ]);
    expect(events.at(-1)?.facts).toEqual({ outcome: 'decline', reasons: ['tax-arrears', 'short-history'] });
    const row = await withActor(parties.owner, (tx) => tx.application.findFirstOrThrow({ where: { id } }));
    expect(row.declineReasons).toEqual(['tax-arrears', 'short-history']);
  });

  it('loses an application to the pool when its clock runs out', async () => {
    const id = await submitOne(parties);
    const aMinuteAgo = new Date(clock.now().getTime() - 60_000);
    await sql('update application set pickup_due_at = $2 where id = $1', id, aMinuteAgo);
    expect(codeOf(await pickUpApplication(parties.bankA.officer, id))).toBe('application.clock-lapsed');
    const run = () => withActor(system('test'), (tx) => returnLapsedApplications(tx, system('test')));
    expect(await run()).toEqual({ returned: 1, lapsed: 0 });
    expect(await run()).toEqual({ returned: 0, lapsed: 0 });
    expect(await stateOf(id)).toBe('returned');
  });
});

describe('from offer to money', () => {
  it('accepting one offer closes the others by choice and can carry a consent to monitoring', async () => {
    const [a, b] = insist(await submitApplications(parties.owner, submissionOf(parties))) as [
      ApplicationId,
      ApplicationId,
    ];
    insist(await pickUpApplication(parties.bankA.officer, a));
    insist(await proposeDecision(parties.bankA.officer, a, approvalOf()));
    insist(await confirmProposal(parties.bankA.reviewer, a));
    insist(
      await answerOffer(parties.owner, {
        applicationId: a,
        answer: 'accept',
        closeOthers: true,
        monitoring: true,
      }),
    );
    expect([await stateOf(a), await stateOf(b)]).toEqual(['accepted', 'withdrawn']);
    const consents = await withActor(parties.bankA.officer, (tx) =>
      tx.consent.findMany({ where: { purpose: 'post-loan', revokedAt: null } }),
    );
    expect(consents.map((c) => [c.fetchType, c.productId])).toEqual([['periodic', parties.bankA.product]]);
    expect(codeOf(await withdrawApplication(parties.owner, b))).toBe('application.wrong-state');
    await closeAll();
  });

  it('a disbursement makes the loan, its schedule to the fen and the order to assess it', async () => {
    const id = await contractOne(parties);
    expect(
      codeOf(await disburseLoan(parties.bankB.officer, id, { disbursedOn: clock.today(), flags: [] })),
    ).toBe('application.not-found');
    const penalty = { overduePpm: 500_000, misusePpm: 1_000_000, compounds: true };
    const given = { disbursedOn: clock.today(), flags: ['first-loan' as const] };
    const mild = { ...penalty, overduePpm: 290_000 };
    expect(await disburseLoan(parties.bankA.officer, id, { ...given, penalty: mild })).toMatchObject({
      refusal: { code: 'loan.penalty-outside', field: 'overdue', minPpm: 300_000 },
    });
    const loanId = insist(await disburseLoan(parties.bankA.officer, id, { ...given, penalty }));
    expect(await showPenaltyDefaults(parties.bankA.officer)).toMatchObject(penalty);
    expect(await showPenaltyDefaults(parties.bankB.officer)).toMatchObject({ overduePpm: 300_000 });
    const { loan, parts } = await withActor(parties.owner, async (tx) => ({
      loan: await tx.loan.findFirstOrThrow({ where: { id: loanId } }),
      parts: await tx.instalment.findMany({ where: { loanId } }),
    }));
    expect(parts).toHaveLength(12);
    expect(parts.reduce((sum, part) => sum + part.principalFen, 0n)).toBe(wan(80));
    expect(loan).toMatchObject({
      principalFen: wan(80),
      ratePpm: 36_500,
      flags: ['first-loan'],
      penaltyOverduePpm: 500_000,
      penaltyCompounds: true,
      state: 'active',
    });
    const ordered = await sql(`select payload from outbox where job = 'loan.assess'`);
    expect(ordered.rows).toEqual([{ payload: { loanId } }]);
    expect(await stateOf(id)).toBe('disbursed');
    expect(
      codeOf(await disburseLoan(parties.bankA.officer, id, { disbursedOn: clock.today(), flags: [] })),
    ).toBe('application.wrong-state');
  });
});

describe('a consent given for one application', () => {
  it('has reached its purpose when the application is closed, and serves no other', async () => {
    const first = await submitOne(parties);
    const before = await consentOf(first);
    insist(await withdrawApplication(parties.owner, first));
    const line = (await listConsents(parties.owner)).consents.find((consent) => consent.id === before);
    expect(line?.status).toBe('reached');
    const read = { enterpriseId: parties.enterpriseId, purpose: 'pre-loan', items: ['tax.payment'] } as const;
    const under = (applicationId: string) =>
      readUnderConsent(
        parties.bankA.officer,
        { ...read, applicationId },
        async (_tx, permit) => permit.consentId,
      );
    expect(await under(first)).toMatchObject({ refusal: { code: 'consent.purpose-reached' } });
    const second = await submitOne(parties);
    expect(await consentOf(second)).not.toBe(before);
    expect(await under(second)).toMatchObject({ value: await consentOf(second) });
    await closeAll();
  });

  const consentOf = (id: string) =>
    withActor(
      parties.owner,
      async (tx) => (await tx.application.findFirstOrThrow({ where: { id } })).consentId,
    );
});
