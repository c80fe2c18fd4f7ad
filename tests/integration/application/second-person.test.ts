import { beforeAll, expect, test } from 'vitest';
import { confirmationOf } from '#prisma/seed/scenarios/confirmation.ts';
import { freshDatabase } from '#tests/database.ts';
import { addNeed, approvalOf, createApplicants, submitOne } from '#tests/factories/applying.ts';
import { confirmProposal } from '#tests/factories/deciding.ts';
import { looker } from '#tests/factories/delivery.ts';
import { makePerson } from '#tests/factories/people.ts';
import type { Proposal } from '~/domain/application/proposal.ts';
import { addDays } from '~/domain/kernel/day.ts';
import type { ApplicationId } from '~/domain/kernel/id.ts';
import { type Fen, wan } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { advance } from '~/server/application/advance.ts';
import { decideApplication } from '~/server/application/decide-application.ts';
import { setAuthority } from '~/server/application/manage-authority.ts';
import { pickUpApplication } from '~/server/application/pick-up-application.ts';
import { proposeDecision } from '~/server/application/propose-decision.ts';
import { showFile } from '~/server/application/show-file.ts';
import { withdrawApplication } from '~/server/application/withdraw-application.ts';
import { clock, onDay } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

const look = looker(freshDatabase());
let parties: Awaited<ReturnType<typeof createApplicants>>;
let second: Person;

beforeAll(async () => {
  parties = await createApplicants();
  const institutionId = parties.bankA.id;
  second = await makePerson('reviewer', { institutionId });
  const admin = await makePerson('institution-admin', { institutionId });
  insist(await setAuthority(admin, { user: parties.bankA.reviewer.userId, most: wan(20) }));
  insist(await setAuthority(admin, { user: second.userId, most: wan(200) }));
});

const codeOf = (result: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) =>
  result.refusal?.code ?? null;
const stateOf = async (id: string) => (await look(`select state from application where id = '${id}'`))[0];

function offerOf(amount: Fen, days = 30): Proposal {
  const offer = approvalOf();
  const validUntil = addDays(clock.today(), days);
  return offer.outcome === 'approve' ? { ...offer, terms: { ...offer.terms, amount, validUntil } } : offer;
}

async function proposed(amount: Fen): Promise<ApplicationId> {
  const id = await submitOne({ ...parties, needId: await addNeed(parties) });
  insist(await pickUpApplication(parties.bankA.officer, id));
  insist(await proposeDecision(parties.bankA.officer, id, offerOf(amount)));
  return id;
}

test('what a second person confirms is what they read, not what came in its place', async () => {
  const { officer, reviewer } = parties.bankA;
  const id = await proposed(wan(10));
  const read = await confirmationOf(reviewer, id);
  insist(await decideApplication(second, id, { answer: 'send-back' }));
  insist(await proposeDecision(officer, id, offerOf(wan(15))));
  expect(codeOf(await decideApplication(reviewer, id, read))).toBe('application.proposal-changed');
  expect(codeOf(await decideApplication(reviewer, id, { answer: 'confirm', proposal: '' }))).toBe(
    'application.proposal-changed',
  );
  expect(await stateOf(id)).toEqual({ state: 'proposed' });
  const { proposal, proposalHash } = insist(await showFile(reviewer, id, 'timeline')).application;
  expect(proposal).toMatchObject({ terms: { amount: String(wan(15)) } });
  insist(await decideApplication(reviewer, id, { answer: 'confirm', proposal: proposalHash ?? '' }));
  expect(await look(`select amount_fen::text as fen from offer where application_id = '${id}'`)).toEqual([
    { fen: String(wan(15)) },
  ]);
  insist(await withdrawApplication(parties.owner, id));
});

test('a proposal that changes while it is confirmed is neither signed nor let past a limit', async () => {
  const { officer, reviewer } = parties.bankA;
  const id = await proposed(wan(10));
  const read = await confirmationOf(reviewer, id);
  const [locked, isLocked] = signal();
  const [may, commit] = signal();
  const changing = withActor(officer, async (tx) => {
    insist(await advance(tx, officer, id, { kind: 'send-back', by: second.userId }));
    const proposal = offerOf(wan(80));
    insist(await advance(tx, officer, id, { kind: 'propose', by: officer.userId, proposal }));
    isLocked();
    await may;
  });
  await locked;
  const deciding = decideApplication(reviewer, id, read);
  await blockedOn(id);
  commit();
  await changing;
  expect(codeOf(await deciding)).toBe('application.proposal-changed');
  expect(codeOf(await confirmProposal(reviewer, id))).toBe('application.beyond-authority');
  insist(await confirmProposal(second, id));
  insist(await withdrawApplication(parties.owner, id));
});

test('an offer that would be dead when it is born is not issued: it goes back', async () => {
  const { officer, reviewer } = parties.bankA;
  const id = await submitOne({ ...parties, needId: await addNeed(parties) });
  insist(await pickUpApplication(officer, id));
  insist(await proposeDecision(officer, id, offerOf(wan(10), 1)));
  await onDay(addDays(clock.today(), 2), async () => {
    expect(codeOf(await confirmProposal(reviewer, id))).toBe('application.offer-ended');
    insist(await decideApplication(reviewer, id, { answer: 'send-back' }));
    insist(await proposeDecision(officer, id, offerOf(wan(10), 0)));
    insist(await confirmProposal(reviewer, id));
    insist(await withdrawApplication(parties.owner, id));
  });
});

function signal(): [Promise<void>, () => void] {
  let done = () => {};
  const promise = new Promise<void>((resolve) => {
    done = resolve;
  });
  return [promise, () => done()];
}

/** Until somebody waits for a row that another holds. */
async function blockedOn(id: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const [row] = await look(
      `select count(*)::int as n from pg_locks where locktype = 'transactionid' and not granted`,
    );
    if ((row as { n: number }).n > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`nobody waits for ${id}`);
}
