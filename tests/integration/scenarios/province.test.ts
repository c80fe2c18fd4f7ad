import { describe, expect, it } from 'vitest';
import seed from '#prisma/seed/seed.ts';
import { freshDatabase } from '#tests/database.ts';
import { type FirmKey, firmOf, personOf } from '#tests/scenarios/province.ts';
import { demoTemplate } from '#tests/templates.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { checkMessages } from '~/server/application/check-messages.ts';
import { fileMessages } from '~/server/application/file-messages.ts';
import { listApplications } from '~/server/application/list-applications.ts';
import { listInbox } from '~/server/application/list-inbox.ts';
import { showFile } from '~/server/application/show-file.ts';
import { verifyAudit } from '~/server/audit/verify-audit.ts';
import { clock } from '~/server/clock.ts';
import { decisionKnown } from '~/server/compensation/decision-known.ts';
import { drawDutyPack } from '~/server/compensation/draw-duty-pack.ts';
import { makeDutyPack } from '~/server/compensation/make-duty-pack.ts';
import { showClaim } from '~/server/compensation/show-claim.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { listLoans } from '~/server/loan/list-loans.ts';
import { showLoan } from '~/server/loan/show-loan.ts';
import { showRenewal } from '~/server/loan/show-renewal.ts';
import { showMatch } from '~/server/match/show-match.ts';
import { listAlerts } from '~/server/monitoring/list-alerts.ts';
import { listCases } from '~/server/monitoring/list-cases.ts';
import { listReturns } from '~/server/monitoring/month-return/list-returns.ts';
import { listNeeds } from '~/server/need/list-needs.ts';
import { listFundedFirms } from '~/server/overview/list-funded-firms.ts';
import { showFunnel } from '~/server/overview/show-funnel.ts';
import { showScore } from '~/server/score/show-score.ts';

const urls = freshDatabase({ template: demoTemplate });

const scoreOf = async (login: string) => (await showScore(await personOf(login), { which: 'current' })).score;
const applicationsOf = async (login: string) => (await listApplications(await personOf(login))).applications;
const alertsOf = async (login: string) => (await listAlerts(await personOf(login), {}, 0)).alerts;
const inboxOf = async (login: string) => {
  const query = { state: 'open', sort: 'due', dir: 'asc', after: null } as const;
  return (await listInbox(await personOf(login), query)).rows;
};
async function loanOf(login: string) {
  const person = await personOf(login);
  const [loan] = (await listLoans(person, undefined, null)).loans;
  return insist(await showLoan(person, loan?.id ?? ''));
}
const outcomesOf = async (login: string) =>
  Object.fromEntries((await loanOf(login)).schemes.map(({ code, outcome }) => [code, outcome]));

describe('firms that look for money', () => {
  it('start-up: too little is known, and nothing is done yet', async () => {
    const score = await scoreOf('owner-new');
    expect(score).toMatchObject({ scope: 'public', grade: null });
    expect(await applicationsOf('owner-new')).toEqual([]);
  });

  it('noodle shop: a full score, and a need that offers fit', async () => {
    const trader = await personOf('trader');
    expect(await scoreOf('trader')).toMatchObject({ scope: 'full', grade: expect.stringMatching(/^[AB]/) });
    const [need] = (await listNeeds(trader)).needs;
    const page = insist(await showMatch(trader, need?.id as never, 'offers'));
    expect(page.matches.filter(({ verdict }) => verdict === 'pass').length).toBeGreaterThan(0);
    expect(page.matches.filter(({ verdict }) => verdict === 'fail').length).toBeGreaterThan(0);
  });

  it('bakery: one offer to answer, one application that waits, one decline with two reasons', async () => {
    expect(await scoreOf('owner')).toMatchObject({ scope: 'full', grade: expect.stringMatching(/^[AB]$/) });
    const states = (await applicationsOf('owner')).map(({ state }) => state);
    expect(states.sort()).toEqual(['approved', 'declined', 'submitted']);
    const { id } = await firmOf('bakery');
    const declined = await withActor(system('test'), (tx) =>
      tx.application.findFirst({ where: { enterpriseId: id, state: 'declined' } }),
    );
    expect(declined?.declineReasons).toHaveLength(2);
    expect((await inboxOf('officer')).map(({ firm }) => firm)).toContain((await firmOf('bakery')).name);
  });

  it('bakery: its clerk sees the same as its owner', async () => {
    expect(await applicationsOf('clerk')).toEqual(
      (await applicationsOf('owner')).map((each) => expect.objectContaining({ id: each.id })),
    );
  });

  it('winery: listed at the bank, and shut when the bank opens it', async () => {
    const { name } = await firmOf('winery');
    const listed = (await inboxOf('officer')).find(({ firm }) => firm === name);
    const file = insist(await showFile(await personOf('officer'), listed?.id ?? '', 'overview'));
    expect(file.access).toMatchObject({ granted: false, refusal: { code: 'consent.withdrawn' } });
    const bakery = (await inboxOf('officer')).find(({ firm }) => firm.includes('麦禾'));
    const open = insist(await showFile(await personOf('officer'), bakery?.id ?? '', 'documents'));
    expect(open.access).toMatchObject({ granted: true, documents: [{ name: '2025年度财务报表.pdf' }] });
  });

  it('building materials: D, whatever its points, and the record that says so', async () => {
    const score = await scoreOf('materials-owner');
    expect(score?.grade).toBe('D');
    expect(score?.milliPoints).toBeGreaterThan(600_000);
    expect(score?.veto).toMatchObject({
      code: 'serious-dishonesty',
      record: { item: 'list.serious-dishonesty' },
    });
  });
});

describe('funded firms', () => {
  it('machinery: paid on time, two alerts of last week nobody answered, its score fallen', async () => {
    const loan = await loanOf('owner-loan');
    expect(loan).toMatchObject({ state: 'active', tier: 'normal', dpd: 0, principalFen: '300000000' });
    const alerts = await alertsOf('owner-loan');
    expect(alerts.map(({ signal, severity, state }) => [signal, severity, state])).toEqual([
      ['dishonesty', 'red', 'open'],
      ['litigation', 'orange', 'open'],
    ]);
    const { history } = await showScore(await personOf('owner-loan'), { which: 'current' });
    const full = history.filter(({ scope }) => scope === 'full');
    expect(full.length).toBeGreaterThanOrEqual(5);
    expect(full[0]?.milliPoints ?? 0).toBeLessThan(full.at(-1)?.milliPoints ?? 0);
  });

  it('machinery: Guangzhou compensates it and the fixed-asset subsidy pays, the services subsidy does not', async () => {
    expect(await outcomesOf('owner-loan')).toMatchObject({
      'guangzhou-compensation': 'eligible',
      'msme-fixed-asset-subsidy': 'eligible',
      'services-subsidy': 'ineligible',
    });
  });

  it('machinery: its bank signed the decision by a key of its own, which anybody can check', async () => {
    const owner = await personOf('owner-loan');
    const { id } = await withActor(owner, (tx) =>
      tx.application.findFirstOrThrow({ where: { state: 'disbursed' } }),
    );
    const file = insist(await fileMessages(owner, id));
    const own = file.messages.filter(({ by }) => by === 'bank');
    expect(own.map(({ state }) => state)).toEqual(['approved']);
    const checked = insist(checkMessages(JSON.stringify(file), { bank: own[0]?.publicKey }));
    expect(checked.messages.find(({ by }) => by === 'bank')).toMatchObject({
      state: 'approved',
      isGood: true,
      isTrusted: true,
    });
  });

  it('logistics: its loan matures soon and may be renewed', async () => {
    const owner = await personOf('logistics-owner');
    const loan = await withActor(owner, (tx) => tx.loan.findFirstOrThrow({ where: { state: 'active' } }));
    expect(insist(await showRenewal(owner, loan.id))).toMatchObject({ mayAsk: true });
  });

  it('a claim: its duty pack holds what was known on the day of the decision, for the desk and for the bank', async () => {
    const funds = await personOf('operator-funds');
    const claim = await withActor(system('test'), (tx) => tx.compensationClaim.findFirstOrThrow());
    const known = await decisionKnown(funds, claim.loanId);
    expect(known?.state).toBe('approved');
    expect(known?.events.at(-1)).toMatchObject({ kind: 'approved', signed: true });
    expect(known?.known).toMatchObject({ granted: true, records: { page: 1 } });
    if (known?.known.granted) expect(known.known.records.all).toBeGreaterThan(0);
    const bare = await drawDutyPack(insist(await showClaim(funds, claim.id)), {
      at: clock.now().toISOString(),
      locale: 'zh-CN',
      decision: null,
    });
    const pack = insist(await makeDutyPack(funds, claim.id, 'zh-CN'));
    expect(pack.body.length).toBeGreaterThan(bare.length);
    expect(insist(await makeDutyPack(funds, claim.id, 'en')).type).toBe('application/pdf');
  });

  it('guesthouse: the services subsidy pays, Guangzhou is far', async () => {
    expect(await outcomesOf('guesthouse-owner')).toMatchObject({
      'guangzhou-compensation': 'ineligible',
      'services-subsidy': 'eligible',
    });
  });

  it('textile: forty days behind; the warning grew, was answered, and waits for the bank', async () => {
    expect(await loanOf('textile-owner')).toMatchObject({ dpd: 40, tier: 'special-mention' });
    const alerts = await alertsOf('textile-owner');
    expect(alerts.map(({ signal, severity, state }) => [signal, severity, state])).toEqual([
      ['loan-overdue', 'orange', 'answered'],
      ['loan-overdue', 'yellow', 'closed'],
    ]);
  });

  it('logistics: one case, closed as explained', async () => {
    expect(await alertsOf('logistics-owner')).toMatchObject([
      { signal: 'penalty-serious', state: 'closed', verdict: 'explained' },
    ]);
  });

  it('printing: settled, so that an enforcement case afterwards raised nothing', async () => {
    expect(await loanOf('printing-owner')).toMatchObject({ state: 'settled', balanceFen: '0' });
    const { id } = await firmOf('printing');
    const enforced = await withActor(system('test'), (tx) =>
      tx.fact.count({ where: { enterpriseId: id, item: 'court.enforcement' } }),
    );
    expect(enforced).toBe(1);
    expect(await alertsOf('printing-owner')).toEqual([]);
  });
});

describe('the province', () => {
  it('has a funnel that narrows at every step and is empty at none', async () => {
    const { steps } = await showFunnel(await personOf('operator-risk'), undefined);
    const firms = steps.map((step) => step.firms ?? 0);
    expect(firms).toEqual(firms.toSorted((a, b) => b - a));
    expect(firms[0]).toBeGreaterThan(60);
    expect(firms.at(-1)).toBeGreaterThan(10);
  });

  it('has funded firms at every bank, and alerts of at least six signals', async () => {
    const { choices, sums } = await listFundedFirms(await personOf('operator-risk'), {});
    expect(choices.banks).toHaveLength(8);
    expect(sums.loans).toBeGreaterThan(25);
    const signals = await withActor(system('test'), (tx) => tx.alert.groupBy({ by: ['signalCode'] }));
    expect(signals.length).toBeGreaterThanOrEqual(6);
  });

  it('keeps whole audit chains', async () => {
    expect(await verifyAudit(system('test'))).toMatchObject({ ok: true, firstFault: null });
  });

  it.each<FirmKey>(['bakery', 'machinery', 'textile', 'logistics'])(
    '%s was scored month after month',
    async (key) => {
      const { id } = await firmOf(key);
      const days = await withActor(system('test'), (tx) =>
        tx.scoreSheet.groupBy({ by: ['asOf'], where: { enterpriseId: id, scope: 'full' } }),
      );
      expect(days.length).toBeGreaterThanOrEqual(4);
    },
  );

  it('does not happen twice', async () => {
    const count = () =>
      withActor(system('test'), async (tx) => ({
        facts: await tx.fact.count(),
        events: await tx.eventLog.count(),
        sheets: await tx.scoreSheet.count(),
      }));
    const before = await count();
    await seed(urls, { progress: () => ({ tick: () => undefined, done: () => undefined }) });
    expect(await count()).toEqual(before);
  });
});

describe('desks that watch funded firms', () => {
  it('a newcomer sees a case that is put aside and one whose officer left', async () => {
    const officer = await personOf('officer');
    const of = async (tab: 'aside' | 'unowned') =>
      (await listCases(officer, { tab, sort: 'urgency', after: null })).cases;
    const [aside] = await of('aside');
    expect(aside).toMatchObject({ severity: 'yellow', asideWhy: expect.stringContaining('一周内补报') });
    expect(aside?.asideUntil && aside.asideUntil > clock.today()).toBe(true);
    expect(await of('unowned')).toMatchObject([{ owner: null, leftOwner: '周经理' }]);
  });

  it('the newest return was corrected and filed, the correction of the one before waits', async () => {
    const { returns } = await listReturns(await personOf('operator-risk'), {});
    const corrected = returns.filter(({ version }) => version === 2);
    expect(corrected.map(({ filedAt, reason }) => [filedAt !== null, reason !== null])).toEqual([
      [true, true],
      [false, true],
    ]);
    expect(corrected[0]?.month).toBe(returns[0]?.month);
  });
});
