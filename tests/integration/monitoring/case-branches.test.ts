import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { seedPolicy } from '#prisma/seed/policy.ts';
import { freshDatabase } from '#tests/database.ts';
import { makeBranches } from '#tests/factories/branches.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { makePerson } from '#tests/factories/people.ts';
import { addDays, startOf } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { assignCases } from '~/server/monitoring/assign-cases.ts';
import { listCases } from '~/server/monitoring/list-cases.ts';
import { ownersOf } from '~/server/monitoring/owners-of.ts';
import { readHandling } from '~/server/monitoring/read-handling.ts';
import { showAlert } from '~/server/monitoring/show-alert.ts';
import { snoozeAlert } from '~/server/monitoring/snooze-alert.ts';
import { addAlerts } from '~/server/monitoring/store.ts';
import type { CaseTab } from '~/server/monitoring/store-case-list.ts';

freshDatabase();
const platform = system('test');
const today = clock.today();
let parties: Parties;
let bank: Awaited<ReturnType<typeof makeBranches>>;

beforeAll(async () => {
  await withActor(platform, (tx) => seedPolicy(tx, new Date()));
  parties = await createParties();
  bank = await makeBranches(parties.bankA.id);
});

/** A live case of a loan that lies with a branch, proposed by somebody. */
async function raise(branchId: string | null, makerId: string | null = null, ownerId: string | null = null) {
  const { enterpriseId } = parties;
  const institutionId = parties.bankA.id;
  const loanId = await createLoan({ enterpriseId, institutionId, disbursedOn: addDays(today, -20) });
  const [applicationId, id] = [randomUUID(), randomUUID()];
  const [raisedAt, dueAt] = [startOf(today), startOf(addDays(today, 9))];
  await withActor(platform, async (tx) => {
    const ids = { productId: randomUUID(), needId: randomUUID(), consentId: randomUUID() };
    const asked = { amountFen: 1_000_000n, termMonths: 12, purpose: 'working-capital', collateral: [] };
    const at = { submittedAt: raisedAt, pickupDueAt: raisedAt, decisionDueAt: raisedAt, closedAt: raisedAt };
    const who = { submittedBy: parties.owner.userId, makerId, state: 'disbursed', declineReasons: [] };
    const data = {
      enterpriseId,
      id: applicationId,
      institutionId,
      branchId,
      ...ids,
      ...asked,
      ...at,
      ...who,
    };
    await tx.application.create({ data });
    await tx.loan.updateMany({ where: { id: loanId }, data: { applicationId } });
    const about = { id, enterpriseId, institutionId, loanId, ownerId, groupKey: loanId };
    const signal = { signalCode: 'dishonesty', signalVersion: 1, severity: 'yellow', raisedAt, dueAt };
    await addAlerts(tx, [{ ...about, ...signal, evidence: { figures: {}, records: [] } }]);
  });
  return { id, loanId, applicationId };
}

const list = (actor: Person, tab: CaseTab, more: object = {}) =>
  listCases(actor, { tab, sort: 'urgency', after: null, ...more });
const idsIn = async (actor: Person, tab: CaseTab, more: object = {}) =>
  (await list(actor, tab, more)).cases.map(({ id }) => id);
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) => outcome.refusal?.code ?? null;
const move = (applicationId: string, branchId: string) =>
  withActor(platform, (tx) =>
    tx.application.updateMany({ where: { id: applicationId }, data: { branchId } }),
  );

test('a new case goes to an officer at the head office or where its loan lies, whoever proposed it', async () => {
  const { east, west } = bank;
  const ownerOf = (branch: string | null, maker: string, superseded: readonly string[] = []) =>
    withActor(platform, async (tx) => {
      const { loanId, applicationId } = await raise(branch, maker);
      const { enterpriseId } = parties;
      const of = { enterprise_id: enterpriseId, borrower_id: enterpriseId, institution_id: parties.bankA.id };
      const loan = { ...of, id: loanId, application_id: applicationId };
      const raising = { loan, superseded, handling: await readHandling(tx, today) } as never;
      return (await ownersOf(tx, [{ alertId: 'new', raising }])).get('new');
    });
  const headOffice = [parties.bankA.officer.userId, parties.bankA.colleague.userId];
  expect(await ownerOf(east.id, east.officer.userId)).toBe(east.officer.userId);
  expect(headOffice.concat(east.officer.userId)).toContain(await ownerOf(east.id, west.officer.userId));
  expect(headOffice).toContain(await ownerOf(null, west.officer.userId));
  const { id } = await raise(west.id, null, west.officer.userId);
  expect(await ownerOf(west.id, east.officer.userId, [id]), 'who has the lower case').toBe(
    west.officer.userId,
  );
  expect(await ownerOf(east.id, east.officer.userId, [id])).toBe(east.officer.userId);
});

test('a case is handed to who sees it; who is moved away, or whose loan is, has it no more', async () => {
  const { east, west } = bank;
  const { id, applicationId } = await raise(east.id);
  const give = (by: Person, to: Person) => assignCases(by, [id], { to: to.userId, reason: '分户调整' });
  expect(codeOf(await give(parties.bankA.reviewer, west.officer))).toBe('monitoring.officer-elsewhere');
  expect(codeOf(await give(west.reviewer, west.officer)), 'not theirs to give').toBe('monitoring.not-found');
  insist(await give(east.reviewer, parties.bankA.officer));
  insist(await give(parties.bankA.reviewer, east.officer));
  expect(await idsIn(east.officer, 'mine')).toContain(id);
  const offered = insist(await showAlert(east.officer, id)).desk?.officers.map((o) => o.id) ?? [];
  expect([offered.includes(east.officer.userId), offered.includes(west.officer.userId)]).toEqual([
    true,
    false,
  ]);
  const elsewhere = (await list(east.officer, 'desk')).officers.map((o) => o.id);
  expect(elsewhere).not.toContain(west.officer.userId);

  await move(applicationId, west.id);
  expect(await idsIn(west.officer, 'unowned')).toContain(id);
  expect(await idsIn(parties.bankA.officer, 'unowned')).toContain(id);
  const desk = insist(await showAlert(west.officer, id)).desk;
  expect(desk).toMatchObject({ owner: null, leftOwner: east.officer.name });
  await move(applicationId, east.id);
  expect(await idsIn(parties.bankA.officer, 'unowned')).not.toContain(id);
});

test('an officer who moved has no count of what is not seen any more, and the risk desk is told that nobody has it', async () => {
  const { east, west } = bank;
  const { reviewer } = parties.bankA;
  const desk = await makePerson('risk-operator');
  const { id } = await raise(east.id, null, east.officer.userId);
  const isOwned = async () => insist(await showAlert(desk, id)).isOwned;
  const liveOf = async () =>
    (await list(reviewer, 'desk')).officers.find((o) => o.id === east.officer.userId)?.live;
  const before = (await liveOf()) ?? 0;
  expect([await isOwned(), before > 0]).toEqual([true, true]);
  const put = (data: { branchId?: string | null; state?: string }) =>
    withActor(platform, (tx) => tx.userAccount.updateMany({ where: { id: east.officer.userId }, data }));

  await put({ branchId: west.id });
  const moved: Person = { ...east.officer, branchId: west.officer.branchId ?? null };
  const { cases, counts } = await list(moved, 'mine');
  expect([cases.map((line) => line.id).includes(id), counts.mine, cases.length]).toEqual([
    false,
    cases.length,
    await liveOf(),
  ]);
  expect([await isOwned(), (await liveOf()) ?? 0]).toEqual([false, 0]);

  await put({ branchId: null });
  expect([await isOwned(), await liveOf()]).toEqual([true, before]);
  await put({ state: 'disabled' });
  expect(await isOwned()).toBe(false);
  expect(insist(await showAlert(reviewer, id)).desk).toMatchObject({ leftOwner: east.officer.name });
  expect(insist(await showAlert(reviewer, id)).isOwned, 'the bank reads it of its desk').toBeNull();
  await put({ state: 'active', branchId: east.id });
});

test('a branch shares work out by the same figures as the head office', async () => {
  const { officer } = parties.bankA;
  await raise(bank.west.id, null, officer.userId);
  await raise(null, null, officer.userId);
  const loadSeenBy = async (reader: Person) =>
    (await list(reader, 'desk')).officers.find(({ id }) => id === officer.userId)?.live;
  expect(await loadSeenBy(bank.east.officer)).toBe(await loadSeenBy(officer));
  expect(await loadSeenBy(officer)).toBeGreaterThan(1);
});

test('the risk desk learns neither who has a case nor which one is put aside', async () => {
  const { officer } = parties.bankA;
  const desk = await makePerson('risk-operator');
  const { id } = await raise(bank.east.id, null, bank.east.officer.userId);
  insist(await snoozeAlert(officer, id, { until: addDays(today, 1), reason: '等回执' }));
  const everything = await idsIn(desk, 'all');
  expect(everything).toContain(id);
  for (const owner of [officer.userId, bank.east.officer.userId, randomUUID()])
    expect(await idsIn(desk, 'all', { owner })).toEqual(everything);
  expect(await idsIn(desk, 'aside')).toEqual([]);
  const seen = await list(desk, 'desk');
  expect(seen.cases.find((line) => line.id === id)).toMatchObject({
    isOwned: true,
    asideUntil: null,
    owner: null,
  });
  expect(seen.counts).toMatchObject({ aside: 0, mine: 0, desk: seen.counts.live });
  expect(await idsIn(officer, 'aside', { owner: bank.east.officer.userId })).toEqual([id]);
});
