import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { addNeed, approvalOf, createApplicants, submitOne } from '#tests/factories/applying.ts';
import { confirmProposal } from '#tests/factories/deciding.ts';
import { looker } from '#tests/factories/delivery.ts';
import { makePerson } from '#tests/factories/people.ts';
import { type ApplicationState, bankCommands, transitions } from '~/domain/application/state.ts';
import type { ApplicationId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { answerOffer } from '~/server/application/answer-offer.ts';
import { answerSecondLook } from '~/server/application/answer-second-look.ts';
import { askDocuments } from '~/server/application/ask-documents.ts';
import { assignApplications } from '~/server/application/assign-applications.ts';
import { decideApplication } from '~/server/application/decide-application.ts';
import { declareInterest } from '~/server/application/declare-interest.ts';
import { pickUpApplication } from '~/server/application/pick-up-application.ts';
import { proposeDecision } from '~/server/application/propose-decision.ts';
import { recordContract } from '~/server/application/record-contract.ts';
import { askSecondLook } from '~/server/application/second-look.ts';
import { showFile } from '~/server/application/show-file.ts';
import { transferApplication } from '~/server/application/transfer-application.ts';
import { clock } from '~/server/clock.ts';
import { disburseLoan } from '~/server/loan/disburse-loan.ts';

type Outcome = { readonly ok: boolean; readonly refusal?: { readonly code: string } };
type BankCommand = (typeof bankCommands)[number];

const look = looker(freshDatabase());
const why = '配偶在该企业任职。';
const decline = { outcome: 'decline', reasons: ['tax-arrears'] } as const;
const contract = { contractNo: 'INT-1', contractOn: clock.today() };

let parties: Awaited<ReturnType<typeof createApplicants>>;
let free: Person;
let second: Person;

beforeAll(async () => {
  parties = await createApplicants();
  const institutionId = parties.bankA.id;
  free = await makePerson('officer', { institutionId });
  second = await makePerson('reviewer', { institutionId });
});

/** How somebody takes each of the bank's steps; a step without its way does not compile. */
const ways: { readonly [K in BankCommand]: (by: Person, id: ApplicationId) => Promise<Outcome> } = {
  'pick-up': pickUpApplication,
  assign: (by, id) => assignApplications(by, [id], free.userId),
  propose: (by, id) => proposeDecision(by, id, approvalOf()),
  'ask-documents': (by, id) => askDocuments(by, id, '近三个月银行流水'),
  'send-back': (by, id) => decideApplication(by, id, { answer: 'send-back' }),
  decide: confirmProposal,
  contract: (by, id) => recordContract(by, id, contract),
  disburse: (by, id) => disburseLoan(by, id, { disbursedOn: clock.today(), flags: [] }),
  uphold: (by, id) => answerSecondLook(by, id, { answer: 'uphold', why }),
  reopen: (by, id) => answerSecondLook(by, id, { answer: 'reopen', why }),
};
const codeOf = ({ refusal }: Outcome) => refusal?.code ?? null;
const stateOf = async (id: string) => {
  const [row] = await look(`select state from application where id = '${id}'`);
  return (row as { state: ApplicationState }).state;
};

/** Whoever declared an interest tries every step that the state allows; nothing comes of it. */
async function tryAll(by: Person, id: ApplicationId): Promise<BankCommand[]> {
  const state = await stateOf(id);
  const open = bankCommands.filter((kind) => transitions[kind][state]);
  const events = () =>
    look(`select count(*)::int as n from application_event where application_id = '${id}'`);
  const before = await events();
  for (const kind of open)
    expect([kind, codeOf(await ways[kind](by, id))]).toEqual([kind, 'application.interest']);
  expect([await stateOf(id), await events()]).toEqual([state, before]);
  return open;
}

test('whoever declared an interest takes none of the bank’s steps, as far as the money', async () => {
  const { colleague, reviewer } = parties.bankA;
  const tried = new Set<BankCommand>();
  const refuse = async (id: ApplicationId) => {
    for (const kind of await tryAll(colleague, id)) tried.add(kind);
  };
  const id = await submitOne({ ...parties, needId: await addNeed(parties) });
  insist(await declareInterest(colleague, id, why));
  expect(codeOf(await transferApplication(colleague, id, { branch: null, reason: '移交' }))).toBe(
    'application.interest',
  );
  await refuse(id);
  insist(await pickUpApplication(free, id));
  await refuse(id);
  insist(await proposeDecision(free, id, approvalOf()));
  await refuse(id);
  insist(await confirmProposal(reviewer, id));
  const answer = { answer: 'accept', closeOthers: false, monitoring: false } as const;
  insist(await answerOffer(parties.owner, { applicationId: id, ...answer }));
  await refuse(id);
  expect(insist(await showFile(colleague, id, 'timeline')).may).toMatchObject({
    contract: false,
    transfer: false,
  });
  expect(insist(await showFile(free, id, 'timeline')).may).toMatchObject({ contract: true });
  insist(await recordContract(free, id, contract));
  await refuse(id);
  expect(insist(await showFile(colleague, id, 'timeline')).may).toMatchObject({ disburse: false });

  expect(codeOf(await ways.disburse(free, id))).toBeNull();

  const again = await submitOne({ ...parties, needId: await addNeed(parties) });
  insist(await pickUpApplication(free, again));
  insist(await proposeDecision(free, again, decline));
  insist(await confirmProposal(reviewer, again));
  insist(await askSecondLook(parties.owner, again, '欠税已缴清，请再看一次。'));
  await refuse(again);
  insist(await answerSecondLook(second, again, { answer: 'uphold', why }));
  expect([...tried].sort()).toEqual([...bankCommands].sort());
});

test('a maker who declares an interest after proposing is not confirmed: it goes back, to somebody else', async () => {
  const { officer, reviewer } = parties.bankA;
  const id = await submitOne({ ...parties, needId: await addNeed(parties) });
  insist(await pickUpApplication(officer, id));
  insist(await proposeDecision(officer, id, approvalOf()));
  insist(await declareInterest(officer, id, why));
  expect(codeOf(await confirmProposal(reviewer, id))).toBe('application.maker-interest');
  expect(insist(await showFile(reviewer, id, 'timeline'))).toMatchObject({
    makerStaysOut: true,
    interested: false,
    may: { decide: true },
  });
  insist(await decideApplication(reviewer, id, { answer: 'send-back' }));
  expect(codeOf(await proposeDecision(officer, id, approvalOf()))).toBe('application.interest');
  insist(await assignApplications(second, [id], free.userId));
  insist(await proposeDecision(free, id, approvalOf()));
  insist(await confirmProposal(reviewer, id));
});
