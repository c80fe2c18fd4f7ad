import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { makeFirm, makeInstitution, makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { addDays, addMonths, startOf } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { listCases } from '~/server/monitoring/list-cases.ts';
import { remindAlert } from '~/server/monitoring/remind-alert.ts';
import { addAlerts, findAlertEvents } from '~/server/monitoring/store.ts';
import type { CaseTab } from '~/server/monitoring/store-case-list.ts';
import { listFundedFirms } from '~/server/overview/list-funded-firms.ts';
import { listNotifications } from '~/server/overview/list-notifications.ts';
import { sendSubscription } from '~/server/overview/send-subscription.ts';
import { showDesk } from '~/server/overview/show-desk.ts';
import { showFundedStatistics } from '~/server/overview/show-desk-charts.ts';
import { listFunnelFirms, showFunnel } from '~/server/overview/show-funnel.ts';
import { funnelSteps } from '~/server/overview/store-funnel.ts';
import { findSubscriptions } from '~/server/overview/store-subscription.ts';
import { subscribeView } from '~/server/overview/subscribe-view.ts';
import { unsubscribeView } from '~/server/overview/unsubscribe-view.ts';

freshDatabase({ template: referenceTemplate });
const platform = system('test');
const today = clock.today();
let bank: InstitutionId;
let risk: Person;
let regulator: Person;
const alerts: string[] = [];

/** Funded firms by county: 3 in Yinchuan, 6 in Shizuishan, 7 in Wuzhong, each with an account. */
const counties = ['640104', '640202', '640302'];
const many = [3, 6, 7];
/** A month that is closed: who reads statistics sees it. */
const lentOn = addMonths(today, -1);
const createdAt = startOf(lentOn);

beforeAll(async () => {
  bank = await makeInstitution();
  risk = await makePerson('risk-operator', { institutionId: await makeInstitution({ kind: 'platform' }) });
  regulator = await makePerson('regulator');
  for (const [at, county] of counties.entries())
    for (let i = 0; i < (many[at] ?? 0); i += 1) {
      const firm = await makeFirm();
      const { userId } = await makePerson('owner', { enterpriseId: firm });
      const data = { regionCode: county, industryCode: at === 2 ? '5212' : '1411', industryVersion: '2017' };
      await withActor(platform, async (tx) => {
        await tx.enterprise.update({ where: { id: firm }, data: { ...data, createdAt } });
        await tx.userAccount.update({ where: { id: userId }, data: { createdAt } });
      });
      const loanId = await createLoan({
        enterpriseId: firm,
        institutionId: bank,
        disbursedOn: lentOn,
        recordedAt: createdAt,
      });
      if (i < 2) alerts.push(await alertOn(firm, loanId, i === 0 ? 'red' : 'orange'));
    }
});

async function alertOn(enterpriseId: EnterpriseId, loanId: string, severity: string): Promise<string> {
  const id = randomUUID();
  const now = clock.now();
  const about = { id, enterpriseId, institutionId: bank, loanId, signalCode: 'dishonesty', signalVersion: 1 };
  const dueAt = new Date(now.getTime() + (severity === 'red' ? -1 : 1) * 86_400_000);
  const evidence = { figures: {}, records: [] };
  await withActor(platform, (tx) =>
    addAlerts(tx, [{ ...about, severity, groupKey: id, evidence, raisedAt: now, dueAt }]),
  );
  return id;
}

const casesIn = async (query: { tab: CaseTab; severity?: string; month?: string }) =>
  (await listCases(risk, { sort: 'urgency', after: null, ...query })).counts;

test('each tile of the desk counts the records that it opens', async () => {
  const { sums, charts, rows } = await listFundedFirms(risk, {});
  if (!charts) throw new Error('the first page has its charts');
  expect(rows).toHaveLength(sums.loans);
  expect(new Set(rows.map(({ enterpriseId }) => enterpriseId)).size).toBe(sums.firms);
  expect(rows.reduce((sum, row) => sum + BigInt(row.balanceFen), 0n).toString()).toBe(sums.balanceFen);
  for (const severity of ['red', 'orange', 'yellow'] as const)
    expect((await listFundedFirms(risk, { severity })).rows).toHaveLength(sums[severity]);
  expect(charts.regions.map(({ code, loans }) => [code, loans])).toEqual([
    ['6401', 3],
    ['6402', 6],
    ['6403', 7],
  ]);
  for (const { code, loans } of charts.regions)
    expect((await listFundedFirms(risk, { region: code })).rows).toHaveLength(loans);
  for (const [row, section] of charts.heat.rows.entries())
    for (const [column, region] of charts.heat.columns.entries())
      expect((await listFundedFirms(risk, { region, section })).rows).toHaveLength(
        charts.heat.counts[row]?.[column] ?? -1,
      );
  const desk = await showDesk(risk);
  expect((await casesIn({ tab: 'live' })).live).toBe(desk.alerts);
  expect((await casesIn({ tab: 'overdue' })).overdue).toBe(desk.overdue);
  for (const { month, ...by } of charts.months)
    for (const [severity, n] of Object.entries(by))
      expect((await casesIn({ tab: 'all', severity, month })).all).toBe(n);
});

test('each step of the funnel opens its firms, for who works with firms', async () => {
  const { steps } = await showFunnel(risk, undefined);
  for (const step of funnelSteps)
    expect((await listFunnelFirms(risk, step, undefined, 0))?.firms).toHaveLength(
      steps.find((one) => one.step === step)?.firms ?? -1,
    );
  expect(await listFunnelFirms(regulator, 'registered', undefined, 0)).toBeNull();
});

test('a regulator cannot work out a small prefecture from the others and the province', async () => {
  const registered = async (region?: string) =>
    (await showFunnel(regulator, region)).steps.find(({ step }) => step === 'registered')?.firms;
  expect(
    await Promise.all([registered(), registered('6401'), registered('6402'), registered('6403')]),
  ).toEqual([16, null, null, 7]);
  const table = await showFundedStatistics(regulator);
  expect(table.columnTotals[0]).toBeNull();
  expect(table.cells.flat().filter((n) => n !== null && n > 0 && n < 5)).toEqual([]);
  expect((await showFundedStatistics(risk)).columnTotals).toEqual([3, 6, 7]);
});

test('the bank is reminded once a day, with a record in the case', async () => {
  const id = alerts[0] ?? '';
  const officer = await makePerson('officer', { institutionId: bank });
  insist(await remindAlert(risk, id, 'bank'));
  expect(await remindAlert(risk, id, 'bank')).toMatchObject({
    refusal: { code: 'monitoring.reminded-today' },
  });
  insist(await remindAlert(risk, id, 'firm'));
  const events = await withActor(risk, (tx) => findAlertEvents(tx, id));
  expect(events).toMatchObject([
    { kind: 'reminded', text: 'bank', party: 'operator', userName: risk.name },
    { kind: 'reminded', text: 'firm' },
  ]);
  expect((await listNotifications(officer)).messages).toMatchObject([{ kind: 'monitoring.reminded' }]);
});

test('a subscription is read with the rights of the day it is sent, and ends with them', async () => {
  const send = (id: string) =>
    sendSubscription(platform, id, addDays(today, 7), (write) => withActor(platform, write));
  const heard = async (person: Person) =>
    (await listNotifications(person)).messages.filter(({ kind }) => kind === 'overview.view-sent');
  const desk = { institutionId: risk.institutionId as InstitutionId };
  const colleague = await makePerson('risk-operator', desk);
  const id = insist(await subscribeView(risk, { query: 'region=6403', cadence: 'weekly' }));
  expect(await subscribeView(risk, { query: 'region=6403', cadence: 'daily' })).toMatchObject({
    refusal: { code: 'overview.subscribed-already' },
  });
  await Promise.all([send(id), send(id)]); // two workers at once tell once
  await send(id); // its next turn is a week later
  expect(await heard(risk)).toMatchObject([{ params: { loans: 7 }, href: '/operator/funded?region=6403' }]);
  expect(await heard(colleague)).toEqual([]);
  const setState = (state: string) =>
    withActor(platform, (tx) =>
      tx.institution.update({ where: { id: desk.institutionId }, data: { state } }),
    );
  const waiting = insist(await subscribeView(risk, { query: 'region=6402', cadence: 'daily' }));
  await setState('suspended');
  await send(waiting); // its turn waits, and it does not end
  await setState('approved');
  expect(await heard(risk)).toHaveLength(1);
  await send(waiting);
  expect(await heard(risk)).toHaveLength(2);
  const theirs = insist(await subscribeView(colleague, { query: '', cadence: 'weekly' }));
  expect(await unsubscribeView(risk, theirs)).toMatchObject({
    refusal: { code: 'overview.subscription-not-found' },
  });
  await withActor(platform, (tx) =>
    tx.userAccount.update({ where: { id: colleague.userId }, data: { role: 'data-operator' } }),
  );
  await send(theirs);
  expect(await heard(colleague)).toEqual([]);
  expect(await withActor(platform, (tx) => findSubscriptions(tx, colleague.userId))).toEqual([]);
  const ended = { action: 'overview.view-ended' };
  expect(await withActor(platform, (tx) => tx.auditEntry.count({ where: ended }))).toBe(1);
});

test('what happens in a month is told to a regulator after it, so two days tell nothing of one firm', async () => {
  const seen = async () => ({
    ...(await showFunnel(regulator, undefined)),
    tiles: await showFundedStatistics(regulator),
  });
  const [before, live] = [await seen(), await showFunnel(risk, undefined)];
  expect(before).toMatchObject({ on: '2026-10-31', sums: { firms: 16, loans: 16 } });
  const firm = await makeFirm();
  await makePerson('owner', { enterpriseId: firm });
  await createLoan({ enterpriseId: firm, institutionId: bank, disbursedOn: lentOn, recordedAt: clock.now() });
  expect(await seen()).toEqual(before);
  const now = await showFunnel(risk, undefined);
  expect(now).toMatchObject({ on: null, sums: { firms: live.sums.firms + 1, loans: 17 } });
  expect(now.steps[0]?.firms).toBe((live.steps[0]?.firms ?? 0) + 1);
});

test('what fewer than five borrowers got is kept back from a regulator', async () => {
  await withActor(platform, async (tx) => {
    const firms = await tx.enterprise.findMany({ where: { regionCode: '640104' }, select: { id: true } });
    const enterpriseId = { notIn: firms.map(({ id }) => id) };
    await tx.loan.updateMany({ where: { enterpriseId }, data: { recordedAt: clock.now() } });
  });
  expect((await showFunnel(regulator, undefined)).sums).toMatchObject({ loans: null, lent: null });
  expect((await showFunnel(risk, undefined)).sums.loans).toBe(17);
});
