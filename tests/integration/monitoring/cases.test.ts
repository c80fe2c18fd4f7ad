import { beforeAll, expect, test } from 'vitest';
import { seedPolicy } from '#prisma/seed/policy.ts';
import { freshDatabase } from '#tests/database.ts';
import { raiseCase } from '#tests/factories/alert-cases.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { makePerson } from '#tests/factories/people.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { addDays, day, startOf } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { setPersonStanding } from '~/server/access/set-person-standing.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { answerAlert } from '~/server/monitoring/answer-alert.ts';
import { assignCases } from '~/server/monitoring/assign-cases.ts';
import { closeAlert } from '~/server/monitoring/close-alert.ts';
import { exportCases } from '~/server/monitoring/export-cases.ts';
import { allCases, listCases } from '~/server/monitoring/list-cases.ts';
import { readCaseDocument } from '~/server/monitoring/read-case-document.ts';
import { reverseVerdict } from '~/server/monitoring/reverse-verdict.ts';
import { showAlert } from '~/server/monitoring/show-alert.ts';
import { snoozeAlert } from '~/server/monitoring/snooze-alert.ts';
import type { CaseTab } from '~/server/monitoring/store-case-list.ts';
import { findPrecision } from '~/server/monitoring/store-library.ts';
import { listNotifications } from '~/server/overview/list-notifications.ts';

const urls = freshDatabase();
const platform = system('test');
const today = clock.today();
let parties: Parties;

beforeAll(async () => {
  await withActor(platform, (tx) => seedPolicy(tx, new Date()));
  parties = await createParties();
});

const raise = (wish: Parameters<typeof raiseCase>[1]) =>
  raiseCase({ enterpriseId: parties.enterpriseId, institutionId: parties.bankA.id }, wish);

const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) => outcome.refusal?.code ?? null;
const idsIn = async (actor: Person, tab: CaseTab, more: object = {}) =>
  (await listCases(actor, { tab, sort: 'urgency', after: null, ...more })).cases.map(({ id }) => id);
const told = async (person: Person, kind: string) =>
  (await listNotifications(person)).messages.filter((m) => m.kind === kind).length;

test('a case is handed over with a reason, its owner is told, and it is nobody’s once its owner leaves', async () => {
  const { officer, reviewer } = parties.bankA;
  const second = await makePerson('officer', { institutionId: parties.bankA.id });
  const { id } = await raise({});
  expect(await idsIn(officer, 'unowned')).toContain(id);
  const before = await told(second, 'monitoring.assigned');
  expect(insist(await assignCases(reviewer, [id], { to: second.userId, reason: '分户调整' }))).toBe(1);
  expect(await told(second, 'monitoring.assigned')).toBe(before + 1);
  expect(await told(officer, 'monitoring.assigned')).toBe(0);
  expect(await idsIn(second, 'mine')).toEqual([id]);
  expect(await idsIn(officer, 'unowned')).not.toContain(id);
  expect(
    codeOf(
      await assignCases(parties.bankB.officer, [id], { to: parties.bankB.officer.userId, reason: '拿走' }),
    ),
  ).toBe('monitoring.not-found');
  expect(codeOf(await assignCases(officer, [id], { to: parties.bankB.officer.userId, reason: '转走' }))).toBe(
    'monitoring.no-officer',
  );
  const firm = insist(await showAlert(parties.owner, id));
  expect(firm.desk).toBeNull();
  expect(firm.events.filter(({ kind }) => kind === 'assigned')).toEqual([]);

  const admin = await makePerson('institution-admin', { institutionId: parties.bankA.id });
  insist(await setPersonStanding(admin, second.userId, 'disabled'));
  expect(await idsIn(officer, 'unowned')).toContain(id);
  expect(insist(await showAlert(officer, id)).desk).toMatchObject({ owner: null, leftOwner: second.name });
});

test('handing over goes for all or none', async () => {
  const { officer, reviewer } = parties.bankA;
  const [one, two] = [await raise({}), await raise({})];
  insist(await closeAlert(officer, two.id, { verdict: 'false-alarm', note: '重名', wrong: 'wrong-firm' }));
  const refused = await assignCases(reviewer, [one.id, two.id], { to: officer.userId, reason: '调整' });
  expect(codeOf(refused)).toBe('monitoring.closed');
  expect(await idsIn(officer, 'unowned')).toContain(one.id);
});

test('put aside a case leaves the list, and a reply brings it back; the firm learns nothing of it', async () => {
  const { officer } = parties.bankA;
  const { id } = await raise({});
  const put = (until: string) => snoozeAlert(officer, id, { until: day(until), reason: '等回执' });
  expect(codeOf(await put(addDays(today, 30)))).toBe('monitoring.snooze-too-long');
  insist(await put(addDays(today, 2)));
  expect(await idsIn(officer, 'desk')).not.toContain(id);
  const [line] = (await allCases(officer, { tab: 'aside', sort: 'due' })).filter((each) => each.id === id);
  expect(line).toMatchObject({ asideUntil: addDays(today, 2), asideWhy: `${addDays(today, 2)} · 等回执` });
  expect(insist(await showAlert(parties.owner, id)).events).toEqual([]);
  insist(await answerAlert(parties.owner, id, '款项已付清。'));
  expect(await idsIn(officer, 'desk')).toContain(id);
  insist(await put(addDays(today, 2)));
  insist(await snoozeAlert(officer, id, { until: null, reason: '' }));
  expect(await idsIn(officer, 'desk')).toContain(id);
  const red = await raise({ severity: 'red', dueIn: 0 });
  const never = await snoozeAlert(officer, red.id, { until: addDays(today, 1), reason: '等等' });
  expect(codeOf(never)).toBe('monitoring.snooze-never');
});

test('a verdict is reversed by a second person: both stay, the one that stands counts', async () => {
  const { officer, reviewer } = parties.bankA;
  const { id } = await raise({ signalCode: 'reversed-signal' });
  const precision = () =>
    withActor(platform, (tx) => findPrecision(tx, 'reversed-signal', startOf(addDays(today, -365))));
  const close = (closing: object) =>
    closeAlert(officer, id, { verdict: 'false-alarm', note: '核实', ...closing });
  expect(codeOf(await close({}))).toBe('monitoring.wrong-missing');
  insist(await answerAlert(parties.owner, id, '款项已付清。'));
  insist(await close({ wrong: 'threshold' }));
  expect(await precision()).toEqual({ closed: 1, right: 0 });
  const reversal = { verdict: 'confirmed', note: '确有其事', reason: '补看凭证' } as const;
  expect(codeOf(await reverseVerdict(officer, id, reversal))).toBe('monitoring.reversal-second-person');
  expect(codeOf(await reverseVerdict(parties.bankB.reviewer, id, reversal))).toBe('monitoring.not-found');
  expect(codeOf(await reverseVerdict(reviewer, id, { ...reversal, verdict: 'explained' }))).toBe(
    'monitoring.explanation-missing',
  );
  insist(await reverseVerdict(reviewer, id, reversal));
  expect(await precision()).toEqual({ closed: 1, right: 1 });
  const shown = insist(await showAlert(parties.owner, id));
  expect(shown.verdict).toBe('confirmed');
  expect(shown.verdicts.map((v) => [v.verdict, v.reason])).toEqual([
    ['false-alarm', null],
    ['confirmed', '补看凭证'],
  ]);
  expect(await told(parties.owner, 'monitoring.reversed')).toBe(1);
  await expect(
    withClient(urls.ownerUrl, (client) => client.query('update alert_verdict set verdict = $1', ['cured'])),
  ).rejects.toThrow();
});

test('a verdict reversed before the firm could answer finds nothing against it', async () => {
  const { officer, reviewer } = parties.bankA;
  const { id } = await raise({});
  insist(await closeAlert(officer, id, { verdict: 'false-alarm', note: '重名', wrong: 'wrong-firm' }));
  const reversal = { verdict: 'confirmed', note: '确有其事', reason: '补看凭证' } as const;
  expect(codeOf(await reverseVerdict(reviewer, id, reversal))).toBe('monitoring.right-of-reply');
  const passed = { dueAt: startOf(today) };
  await withActor(platform, (tx) => tx.alert.updateMany({ where: { id }, data: passed }));
  insist(await reverseVerdict(reviewer, id, reversal));
});

test('after the days to reverse only new evidence opens a verdict again', async () => {
  const { officer, reviewer } = parties.bankA;
  const { id, loan } = await raise({ raisedAgo: 200, dueIn: -190 });
  insist(await closeAlert(officer, id, { verdict: 'false-alarm', note: '重名', wrong: 'wrong-firm' }));
  const long = startOf(addDays(today, -100));
  await withActor(platform, (tx) => tx.alert.updateMany({ where: { id }, data: { closedAt: long } }));
  const reversal = { verdict: 'confirmed', note: '确有其事', reason: '补看凭证' } as const;
  expect(codeOf(await reverseVerdict(reviewer, id, reversal))).toBe('monitoring.reversal-late');
  await raise({ loanId: loan });
  insist(await reverseVerdict(reviewer, id, reversal));
});

const pdf = { name: '完税凭证.pdf', bytes: new TextEncoder().encode('%PDF-1.4 paid') };

test('a reply carries documents that the lender opens on record, and nobody else', async () => {
  const { officer } = parties.bankA;
  const { id } = await raise({});
  const bad = { name: 'a.exe', bytes: new TextEncoder().encode('MZ') };
  expect(codeOf(await answerAlert(parties.owner, id, '附凭证。', [bad]))).toBe('institution.document-kind');
  insist(await answerAlert(parties.owner, id, '附凭证。', [pdf]));
  insist(await answerAlert(parties.clerk, id, '再补一份。', [pdf]));
  const shown = insist(await showAlert(officer, id));
  expect(shown.documents.map(({ name }) => name)).toEqual(['完税凭证.pdf', '完税凭证.pdf']);
  const replies = shown.events.filter(({ kind }) => kind === 'answered').map(({ aboutId }) => aboutId);
  expect(shown.documents.map(({ replyId }) => replyId)).toEqual(replies);
  const document = shown.documents[0]?.id ?? '';
  expect(insist(await readCaseDocument(officer, id, document)).name).toBe('完税凭证.pdf');
  expect(codeOf(await readCaseDocument(parties.bankB.officer, id, document))).toBe('monitoring.not-found');
  const risk = await makePerson('risk-operator');
  expect(insist(await showAlert(risk, id)).documents).toEqual([]);
  expect(codeOf(await readCaseDocument(risk, id, document))).toBe('monitoring.not-found');
  const opened = await withActor(platform, (tx) =>
    tx.auditEntry.count({
      where: { action: 'monitoring.document-opened', enterpriseId: parties.enterpriseId },
    }),
  );
  expect(opened).toBe(1);
});

test('the list pages by key in each order, finds by contract, and shows a bank nothing of another', async () => {
  for (let n = 0; n < 35; n += 1) await raise({ dueIn: 3 + (n % 4), severity: n % 2 ? 'orange' : 'yellow' });
  const { officer } = parties.bankA;
  for (const sort of ['urgency', 'due', 'raised'] as const) {
    const seen: string[] = [];
    let after: { value: string; id: string } | null = null;
    do {
      const page = await listCases(officer, { tab: 'all', sort, after });
      seen.push(...page.cases.map(({ id }) => id));
      const [value = '', id = ''] = page.next?.split('~') ?? [];
      after = page.next ? { value, id } : null;
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual((await allCases(officer, { tab: 'all', sort })).map(({ id }) => id));
  }
  const [first] = await allCases(officer, { tab: 'desk', sort: 'urgency' });
  expect(first?.severity).toBe('red');
  expect(await idsIn(officer, 'all', { find: first?.contractNo })).toEqual([first?.id]);
  expect(await idsIn(officer, 'all', { find: '%' })).toEqual([]);
  const elsewhere = await listCases(parties.bankB.officer, { tab: 'all', sort: 'due', after: null });
  expect([elsewhere.cases, elsewhere.counts.all, elsewhere.signals]).toEqual([[], 0, []]);
});

test('a file holds every case of its filter or is refused', async () => {
  const { officer } = parties.bankA;
  const say = (word: string) => word;
  const words = {
    header: ['x'],
    signal: say,
    severity: say,
    state: say,
    verdict: say,
    bank: say,
    owned: String,
  };
  const query = { tab: 'all', sort: 'urgency' } as const;
  const { all } = (await listCases(officer, { ...query, after: null })).counts;
  expect(
    insist(await exportCases(officer, query, words, all))
      .trim()
      .split('\r\n'),
  ).toHaveLength(all + 1);
  expect(codeOf(await exportCases(officer, query, words, all - 1))).toBe('monitoring.export-too-many');
});
