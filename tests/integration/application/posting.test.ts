import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { addNeed, approvalOf, createApplicants, submissionOf } from '#tests/factories/applying.ts';
import { confirmProposal } from '#tests/factories/deciding.ts';
import { makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import type { OfferTerms } from '~/domain/application/proposal.ts';
import { standardNames } from '~/domain/application/standards.ts';
import { synthesiseUscc } from '~/domain/enterprise/uscc.ts';
import { addDays, addMonths, dayAt, startOf } from '~/domain/kernel/day.ts';
import type { NeedId } from '~/domain/kernel/id.ts';
import { wan } from '~/domain/kernel/money.ts';
import { percent } from '~/domain/kernel/rate.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type InstitutionPerson, system } from '~/server/access/actor.ts';
import { agreeNomination } from '~/server/application/agree-nomination.ts';
import { answerNeed } from '~/server/application/answer-need.ts';
import { chooseAnswer } from '~/server/application/choose-answer.ts';
import { closeNeed } from '~/server/application/close-need.ts';
import { closePosting } from '~/server/application/close-posting.ts';
import { declineNomination } from '~/server/application/decline-nomination.ts';
import { listNominations } from '~/server/application/list-nominations.ts';
import { listPosted } from '~/server/application/list-posted.ts';
import { nominateFirm } from '~/server/application/nominate-firm.ts';
import { pickUpApplication } from '~/server/application/pick-up-application.ts';
import { postNeed } from '~/server/application/post-need.ts';
import { proposeDecision } from '~/server/application/propose-decision.ts';
import { returnNeeds } from '~/server/application/return-needs.ts';
import { reviewNomination } from '~/server/application/review-nomination.ts';
import { showPosted } from '~/server/application/show-posted.ts';
import { showPosting } from '~/server/application/show-posting.ts';
import { submitApplications } from '~/server/application/submit-applications.ts';
import { takeNeed } from '~/server/application/take-need.ts';
import { clock, onDay } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

freshDatabase({ template: referenceTemplate });
let parties: Awaited<ReturnType<typeof createApplicants>>;
let posting = '';

beforeAll(async () => {
  process.env.XINQIAO_DATA_DIR = mkdtempSync(path.join(tmpdir(), 'xinqiao-test-'));
  parties = await createApplicants();
});

type Bank = { readonly officer: unknown; readonly product: string };
const officer = (bank: Bank) => bank.officer as InstitutionPerson;
const owner = () => parties.owner as never;

const termsWith = (wish: Partial<OfferTerms> = {}): OfferTerms => {
  const proposal = approvalOf();
  if (proposal.outcome !== 'approve') throw new Error('not an approval');
  return { ...proposal.terms, ...wish };
};

const code = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? 'ok' : result.refusal?.code;
const idsSeenBy = async (bank: Bank) => (await listPosted(officer(bank), 'all', 1)).rows.map(({ id }) => id);

describe.sequential('a need put before several banks', () => {
  it('tells banks the need and the firm in broad strokes, signed, and never who it is', async () => {
    posting = insist(await postNeed(owner(), parties.needId, false));
    expect(code(await postNeed(owner(), parties.needId, false))).toBe('need.posted-already');
    const seen = insist(await showPosted(officer(parties.bankA), posting));
    expect(seen).toMatchObject({ firm: null, isOpen: true, own: null, mayTake: true });
    const told = JSON.stringify(seen) + JSON.stringify(await listPosted(officer(parties.bankA), 'all', 1));
    const firm = await withActor(system('test'), (tx) =>
      tx.enterprise.findUniqueOrThrow({ where: { id: parties.enterpriseId } }),
    );
    for (const secret of [firm.id, firm.name, firm.uscc ?? firm.name]) expect(told).not.toContain(secret);
    const reads = await withActor(system('test'), (tx) =>
      tx.auditEntry.count({ where: { action: 'need.posting-read', enterpriseId: parties.enterpriseId } }),
    );
    expect(reads).toBe(1);
  });

  it('is answered by both banks, compared by net cost, and neither learns of the other', async () => {
    const { bankA, bankB } = parties;
    insist(await takeNeed(officer(bankA), posting));
    expect(code(await takeNeed(officer(bankA), posting))).toBe('need.taken-already');
    insist(await takeNeed(officer(bankB), posting));
    const dear = { productId: bankA.product as string, terms: termsWith({ rate: percent('3.65') }) };
    expect(
      code(await answerNeed(officer(bankA), posting, { ...dear, terms: termsWith({ amount: wan(81) }) })),
    ).toBe('application.beyond-published');
    expect(code(await answerNeed(officer(bankA), posting, { ...dear, productId: bankB.product }))).toBe(
      'product.not-found',
    );
    insist(await answerNeed(officer(bankA), posting, dear));
    expect(code(await answerNeed(officer(bankA), posting, null))).toBe('need.answered-already');
    insist(
      await answerNeed(officer(bankB), posting, {
        productId: bankB.product,
        terms: termsWith({ rate: percent('3.00') }),
      }),
    );
    const { answers } = insist(await showPosting(parties.owner, parties.needId));
    expect(answers.map(({ product }) => product?.id)).toEqual([bankB.product, bankA.product]);
    expect(BigInt(answers[0]?.offer?.net ?? 0)).toBeLessThan(BigInt(answers[1]?.offer?.net ?? 0));
    const seen = JSON.stringify(insist(await showPosted(officer(bankA), posting)));
    for (const secret of [bankB.id as string, bankB.product as string]) expect(seen).not.toContain(secret);
  });

  it('names the firm to the bank that is chosen, and to it alone', async () => {
    const { answers } = insist(await showPosting(parties.owner, parties.needId));
    const chosen = insist(await chooseAnswer(owner(), parties.needId, answers[0]?.id ?? ''));
    expect(chosen.productId).toBe(parties.bankB.product);
    expect(insist(await chooseAnswer(owner(), parties.needId, answers[0]?.id ?? ''))).toEqual(chosen);
    expect(insist(await showPosted(officer(parties.bankB), posting)).firm).not.toBeNull();
    expect(insist(await showPosted(officer(parties.bankA), posting)).firm).toBeNull();
  });

  it('ends for banks that never took it up when the firm takes it back', async () => {
    insist(await closePosting(owner(), parties.needId));
    expect(await idsSeenBy(parties.bankA)).not.toContain(posting);
    expect(insist(await showPosted(officer(parties.bankA), posting)).isOpen).toBe(false);
    expect(code(await closePosting(owner(), parties.needId))).toBe('need.not-found');
  });
});

it('a need that the firm closes is found by banks no more', async () => {
  const needId = await addNeed(parties);
  const id = insist(await postNeed(owner(), needId, false));
  expect(await idsSeenBy(parties.bankA)).toContain(id);
  insist(await closeNeed(owner(), needId));
  expect(await idsSeenBy(parties.bankA)).not.toContain(id);
  expect(code(await postNeed(owner(), needId, false))).toBe('need.closed-already');
});

it('a bank that does not answer in its working days loses the need, which stays posted for others', async () => {
  const needId = await addNeed(parties);
  const id = insist(await postNeed(owner(), needId, true));
  insist(await takeNeed(officer(parties.bankA), id));
  const shown = insist(await showPosted(officer(parties.bankA), id));
  expect(shown.firm).not.toBeNull();
  const due = new Date(shown.own?.dueAt ?? 0);
  const lastDay = addDays(
    clock.today(),
    Math.round((due.getTime() - startOf(clock.today()).getTime()) / 86_400_000),
  );
  await onDay(lastDay, async () => {
    expect(code(await answerNeed(officer(parties.bankA), id, null))).toBe('need.answer-late');
    const sweep = () => withActor(system('test'), (tx) => returnNeeds(tx, system('test')));
    expect(await sweep()).toMatchObject({ returned: 1 });
    expect(await sweep()).toEqual({ returned: 0, ended: 0 });
    expect(code(await takeNeed(officer(parties.bankA), id))).toBe('need.let-lapse');
    expect(await idsSeenBy(parties.bankB)).toContain(id);
  });
  await onDay(addDays(clock.today(), 40), async () => {
    const sweep = await withActor(system('test'), (tx) => returnNeeds(tx, system('test')));
    expect(sweep).toEqual({ returned: 0, ended: 1 });
  });
});

it('a need that a bank declined goes to others without a word to that bank', async () => {
  const { bankA, bankB } = parties;
  const needId: NeedId = await addNeed(parties);
  const only = { productIds: [bankA.product], consented: [bankA.product] };
  const [application] = insist(
    await submitApplications(parties.owner, submissionOf({ ...parties, needId }, only)),
  );
  insist(await pickUpApplication(bankA.officer, application as never));
  insist(
    await proposeDecision(bankA.officer, application as never, {
      outcome: 'decline',
      reasons: ['out-of-scope'],
    }),
  );
  insist(await confirmProposal(bankA.reviewer, application as never));
  const id = insist(await postNeed(owner(), needId, false));
  expect(code(await showPosted(officer(bankA), id))).toBe('need.posting-not-found');
  expect(code(await takeNeed(officer(bankA), id))).toBe('need.posting-not-found');
  expect(await idsSeenBy(bankA)).not.toContain(id);
  const seen = insist(await showPosted(officer(bankB), id));
  expect(JSON.stringify(seen)).not.toContain(bankA.id as string);
});

const codeOfFirm = async () => {
  const uscc = synthesiseUscc({ regionCode: '640104', serial: 71 });
  await withActor(system('test'), (tx) =>
    tx.enterprise.update({ where: { id: parties.enterpriseId }, data: { uscc } }),
  );
  return uscc;
};

it('a department puts a firm forward, the firm agrees, somebody else lists it, and banks have a month', async () => {
  const needId = await addNeed(parties);
  const [liaison, desk, colleague] = [
    await makePerson('liaison', { institutionId: parties.bankA.id }),
    await makePerson('risk-operator'),
    await makePerson('risk-operator'),
  ];
  const uscc = await codeOfFirm();
  const wish = { uscc, reason: '走访：需求真实' };
  expect(code(await nominateFirm(desk, { ...wish, uscc: 'NOBODY' }))).toBe('need.nominee-not-found');
  const id = insist(await nominateFirm(liaison, wish));
  expect(code(await nominateFirm(desk, wish))).toBe('need.nominated-already');
  const list = { outcome: 'list', vouched: standardNames, note: '看过' } as const;
  expect(code(await reviewNomination(desk, id, list))).toBe('need.not-agreed-yet');
  const before = await listPosted(officer(parties.bankB), 'recommended', 1);
  expect(before.rows).toEqual([]);

  expect(insist(await agreeNomination(owner(), needId))).toBe(id);
  expect((await listNominations(liaison, 'all', 1)).rows[0]).toMatchObject({
    state: 'agreed',
    standards: [],
  });
  expect((await listNominations(desk, 'review', 1)).rows[0]?.standards).toHaveLength(5);
  expect(code(await reviewNomination(desk, id, { ...list, vouched: [] }))).toBe('need.standard-open');
  insist(await reviewNomination(desk, id, list));
  expect(code(await reviewNomination(colleague, id, list))).toBe('need.nomination-over');

  const { rows } = await listPosted(officer(parties.bankB), 'recommended', 1);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ recommended: true, firm: expect.any(String) });
  const listed = rows[0]?.id ?? '';
  const seen = insist(await showPosted(officer(parties.bankB), listed));
  expect(seen.profile.standards).toContainEqual({
    standard: 'lawful-use',
    verdict: 'unknown',
    vouched: true,
  });
  insist(await takeNeed(officer(parties.bankB), listed));
  const due = insist(await showPosted(officer(parties.bankB), listed)).own?.dueAt ?? '';
  expect(dayAt(new Date(due))).toBe(addDays(addMonths(clock.today(), 1), 1));
  insist(
    await answerNeed(officer(parties.bankB), listed, {
      productId: parties.bankB.product,
      terms: termsWith(),
    }),
  );
  expect((await listNominations(desk, 'all', 1)).figures).toMatchObject({
    ...{ nominated: 1, agreed: 1, listed: 1, taken: 1, answered: 1, offered: 1, granted: 0 },
  });
});

it('nobody lists a firm against its word or reviews what he put forward, and a firm may decline', async () => {
  const desk = await makePerson('risk-operator');
  const needId = await addNeed(parties);
  const own = insist(await agreeNomination(owner(), needId));
  expect(code(await declineNomination(owner(), randomUUID() as NeedId))).toBe('need.not-found');
  insist(await declineNomination(owner(), needId));
  expect(code(await reviewNomination(desk, own, { outcome: 'refuse', note: '已拒绝' }))).toBe(
    'need.nomination-over',
  );
  const uscc = await codeOfFirm();
  const id = insist(await nominateFirm(desk, { uscc, reason: '走访' }));
  insist(await agreeNomination(owner(), needId));
  const review = { outcome: 'list', vouched: standardNames, note: '看过' } as const;
  expect(code(await reviewNomination(desk, id, review))).toBe('need.own-nomination');
  const against = withActor(
    desk,
    (tx) => tx.$executeRaw`update recommendation set state = 'agreed' where id = ${own}::uuid`,
  );
  await expect(against).rejects.toThrow('a nomination stands');
  const colleague = await makePerson('risk-operator');
  insist(await postNeed(owner(), needId, false));
  expect(code(await reviewNomination(colleague, id, review))).toBe('need.posted-otherwise');
  insist(await closePosting(owner(), needId));
  insist(await reviewNomination(colleague, id, { outcome: 'refuse', note: '用途不清' }));
  expect(insist(await showPosting(parties.owner, needId)).recommended.latest).toMatchObject({
    ...{ state: 'refused', note: '用途不清' },
  });
});
