import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { makePerson } from '#tests/factories/people.ts';
import { deliver } from '#tests/factories/records.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { addDays, addMonths, addYears, startOf } from '~/domain/kernel/day.ts';
import { sha256 } from '~/domain/kernel/hash.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock, onDay } from '~/server/clock.ts';
import { grantConsent } from '~/server/consent/grant-consent.ts';
import { readUnderConsent } from '~/server/consent/read-under-consent.ts';
import { restrictUse } from '~/server/consent/restrict-use.ts';
import { useDatabase } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { exportOwnData } from '~/server/overview/export-own-data.ts';
import { notify } from '~/server/platform/notify.ts';
import { approveAssessment } from '~/server/privacy/approve-assessment.ts';
import { askGlass } from '~/server/privacy/ask-glass.ts';
import { decideGlass } from '~/server/privacy/decide-glass.ts';
import { endTerms } from '~/server/privacy/end-terms.ts';
import { listDenials } from '~/server/privacy/list-denials.ts';
import { showGlass } from '~/server/privacy/list-glass.ts';
import { listRegisters } from '~/server/privacy/list-registers.ts';
import { registerAssessment } from '~/server/privacy/register-assessment.ts';
import { registerBreach } from '~/server/privacy/register-breach.ts';
import { reviewGlass } from '~/server/privacy/review-glass.ts';
import { showBreach } from '~/server/privacy/show-breach.ts';
import { takeBreachStep } from '~/server/privacy/take-breach-step.ts';

const urls = freshDatabase({ template: referenceTemplate });
/** What the worker does, under its own role. */
async function asWorker<T>(work: () => Promise<T>): Promise<T> {
  await useDatabase(urls.batchUrl);
  try {
    return await work();
  } finally {
    await useDatabase(urls.appUrl);
  }
}
const platform = system('test');
const today = clock.today();
const uscc = '91640104MAXX00015D';
let parties: Parties;
let [risk, data, security, audit] = [] as unknown as [Person, Person, Person, Person];

const noticesOf = (actor: Person, kind: string) =>
  withActor(actor, (tx) => tx.notification.findMany({ where: { kind }, orderBy: { createdAt: 'asc' } }));
const codeOf = (result: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) =>
  result.ok ? 'ok' : result.refusal?.code;

beforeAll(async () => {
  parties = await createParties();
  await withActor(platform, (tx) =>
    tx.enterprise.update({ where: { id: parties.enterpriseId }, data: { uscc } }),
  );
  risk = await makePerson('risk-operator');
  data = await makePerson('data-operator');
  security = await makePerson('security-admin');
  audit = await makePerson('audit-admin');
  await deliver({
    item: 'tax.payment',
    at: startOf(addDays(today, -3)),
    records: [{ firm: parties.enterpriseId, occurredOn: '2026-10-01', amount: 4200n, category: 'vat' }],
  });
});

describe('emergency access', () => {
  const wish = { uscc, reason: '纠纷举证，企业无法登录，受其书面委托核对记录。', minutes: 30 };

  test('opens by a second person alone, for who asked alone, and the firm is told at once', async () => {
    expect(codeOf(await askGlass(risk, { ...wish, minutes: 10_000 }))).toBe('privacy.minutes-long');
    expect(codeOf(await askGlass(risk, { ...wish, uscc: '91640104MAXX99999X' }))).toBe(
      'privacy.firm-unknown',
    );
    const id = insist(await askGlass(risk, wish));
    expect(insist(await showGlass(risk, id)).records).toBeNull();
    expect(codeOf(await decideGlass(risk, id, 'granted'))).toBe('privacy.glass-own');
    insist(await decideGlass(security, id, 'granted'));
    expect(codeOf(await decideGlass(data, id, 'refused'))).toBe('privacy.glass-decided');
    expect(insist(await showGlass(security, id)).records).toBeNull();
    expect(insist(await showGlass(risk, id)).records).toMatchObject([{ item: 'tax.payment', records: 1 }]);
    expect(await noticesOf(parties.owner, 'privacy.glass-opened')).toMatchObject([
      { params: { reason: wish.reason } },
    ]);
    expect(codeOf(await reviewGlass(audit, id, { verdict: 'justified', note: '有委托书。' }))).toBe(
      'privacy.glass-not-over',
    );
    await onDay(addDays(today, 1), async () => {
      expect(insist(await showGlass(risk, id))).toMatchObject({ state: 'to-review', records: null });
      expect(codeOf(await reviewGlass(security, id, { verdict: 'justified', note: '自己批的。' }))).toBe(
        'privacy.glass-own',
      );
      insist(await reviewGlass(audit, id, { verdict: 'unjustified', note: '超出委托范围。' }));
    });
    expect(await noticesOf(parties.owner, 'privacy.glass-reviewed')).toMatchObject([
      { params: { verdict: 'unjustified' } },
    ]);
    const chain = await withActor(parties.owner, (tx) =>
      tx.auditEntry.findMany({ where: { action: { startsWith: 'privacy.glass' } }, orderBy: { seq: 'asc' } }),
    );
    expect(chain.map(({ action }) => action)).toEqual([
      'privacy.glass-asked',
      'privacy.glass-decided',
      'privacy.glass-looked',
      'privacy.glass-reviewed',
    ]);
  });

  test('a refusal opens nothing and tells the firm of no access', async () => {
    const id = insist(await askGlass(risk, wish));
    insist(await decideGlass(security, id, 'refused'));
    expect(insist(await showGlass(risk, id))).toMatchObject({ state: 'refused', records: null });
    expect(await noticesOf(parties.owner, 'privacy.glass-opened')).toHaveLength(1);
  });
});

describe('the registers', () => {
  const assessment = {
    ...{ title: '新增水费数据', processing: '向供水公司归集缴费记录', triggers: ['other'] as never[] },
    ...{
      necessity: '判断经营连续性',
      risks: '户号可关联个人',
      measures: '只取企业户',
      level: 'medium' as const,
    },
  };

  test('an assessment counts once another person approved it; its review is called in on its day', async () => {
    const id = await registerAssessment(security, assessment);
    expect(codeOf(await approveAssessment(security, id))).toBe('privacy.assessment-own');
    insist(await approveAssessment(data, id));
    expect(codeOf(await approveAssessment(audit, id))).toBe('privacy.assessment-approved');
    const line = (await listRegisters(security)).assessments.find((each) => each.id === id);
    expect(line).toMatchObject({ keepUntil: addYears(today, 3), reviewDue: addMonths(today, 12) });
    const on = addMonths(today, 12);
    await asWorker(() => onDay(on, () => withActor(platform, (tx) => endTerms(tx, on))));
    const told = await withActor(platform, (tx) =>
      tx.notification.count({
        where: { kind: 'privacy.review-due', href: `/operator/privacy/assessments/${id}` },
      }),
    );
    expect(told).toBe(1);
  });

  test('a breach goes step by step against its clocks, and subjects are told what the law says', async () => {
    const discoveredAt = new Date(clock.now().getTime() - 3_600_000);
    const breach = { title: '导出文件误发', cause: '收件人填写错误' };
    expect(
      codeOf(
        await registerBreach(security, { ...breach, discoveredAt: new Date(clock.now().getTime() + 60_000) }),
      ),
    ).toBe('privacy.breach-future');
    const id = insist(await registerBreach(security, { ...breach, discoveredAt }));
    const facts = { level: 'high', kinds: '登记信息', people: 1, harm: '可能被冒用' };
    const telling = { codes: uscc, measures: '已要求删除', contact: '0951-0000000' };
    const authority = { authority: '网信部门', reference: '', measures: '已撤回文件' };
    expect(codeOf(await takeBreachStep(security, id, 'subjects-notified', telling))).toBe(
      'privacy.breach-order',
    );
    insist(await takeBreachStep(security, id, 'assessed', facts));
    insist(await takeBreachStep(security, id, 'authority-notified', authority));
    expect(codeOf(await takeBreachStep(security, id, 'subjects-exempt', { why: '已避免危害' }))).toBe(
      'privacy.breach-order',
    );
    expect(
      await takeBreachStep(security, id, 'subjects-notified', {
        ...telling,
        codes: `${uscc} 91640104MAXX99999X`,
      }),
    ).toMatchObject({ refusal: { code: 'privacy.codes-unknown', codes: ['91640104MAXX99999X'] } });
    insist(await takeBreachStep(security, id, 'subjects-notified', telling));
    expect(await noticesOf(parties.owner, 'privacy.breach')).toMatchObject([
      {
        params: {
          kinds: facts.kinds,
          harm: facts.harm,
          measures: telling.measures,
          contact: telling.contact,
        },
      },
    ]);
    insist(await takeBreachStep(security, id, 'closed', { lessons: '外发文件双人复核' }));
    const shown = insist(await showBreach(security, id));
    expect(shown.next).toEqual([]);
    expect(shown.clocks.every(({ doneAt, due }) => doneAt !== null && doneAt <= due)).toBe(true);
    expect(JSON.stringify(shown.events)).not.toContain(uscc);
  });
});

describe('what the firm may ask for its own data (J7)', () => {
  const consent = () =>
    grantConsent(parties.owner, {
      recipient: { kind: 'institution', institutionId: parties.bankA.id, productId: null },
      ...{
        purpose: 'pre-loan',
        items: ['tax.payment'],
        detail: 'detail',
        mode: 'view',
        fetchType: 'one-time',
      },
      ...{ dataFrom: null, dataTo: null, readsPerDay: 50, returnDirection: false, retentionDays: 30 },
      validTo: startOf(addDays(today, 30)),
    });
  const read = () =>
    readUnderConsent(
      parties.bankA.officer,
      {
        ...{ enterpriseId: parties.enterpriseId, purpose: 'pre-loan', items: ['tax.payment'] },
      } as never,
      async () => 'opened',
    );

  test('store-only shuts every use at the next read and is lifted by the firm', async () => {
    insist(await consent());
    expect(codeOf(await read())).toBe('ok');
    insist(await restrictUse(parties.owner, 'stored'));
    expect(codeOf(await read())).not.toBe('ok');
    expect(codeOf(await restrictUse(parties.owner, 'stored'))).toBe('consent.already-stored-only');
    insist(await restrictUse(parties.owner, 'used'));
    expect(codeOf(await read())).toBe('ok');
    expect(codeOf(await restrictUse(parties.owner, 'used'))).toBe('consent.not-stored-only');
  });

  test('the export holds everything of the firm and nothing of another, and is logged', async () => {
    const sealed = JSON.parse(await exportOwnData(parties.owner)) as { content: string; sha256: string };
    expect(sealed.sha256).toBe(sha256(sealed.content));
    const text = sealed.content;
    expect(text).toContain(parties.enterpriseId);
    expect(text).toContain('"4200"');
    expect(text).not.toContain(parties.bankB.id);
    const logged = await withActor(parties.owner, (tx) =>
      tx.auditEntry.count({ where: { action: 'overview.own-data-exported' } }),
    );
    expect(logged).toBe(1);
  });

  test('refusals are listed masked: no name, no firm, no free text', async () => {
    const { denials, dropped, byCode } = await listDenials(security);
    expect(denials.length).toBeGreaterThan(0);
    expect(byCode.map(({ code }) => code)).toContain('consent.stored-only');
    const text = JSON.stringify(denials);
    expect(text).not.toContain(parties.enterpriseId);
    expect(text).not.toContain(parties.bankA.officer.name);
    const all = await withActor(system('test'), (tx) =>
      tx.auditEntry.count({ where: { outcome: 'refused' } }),
    );
    expect(byCode.reduce((sum, { count }) => sum + count, dropped)).toBe(all);
  });
});

test('what policy keeps for a time is gone after it, and not before; what it keeps for good stays', async () => {
  await withActor(platform, (tx) =>
    notify(tx, {
      to: { enterpriseId: parties.enterpriseId },
      kind: 'privacy.breach',
      params: {},
      href: '/my',
    }),
  );
  const count = () =>
    withActor(platform, async (tx) => ({
      notices: await tx.notification.count({ where: { enterpriseId: parties.enterpriseId } }),
      log: await tx.auditEntry.count({ where: { enterpriseId: parties.enterpriseId } }),
      facts: await tx.fact.count({ where: { enterpriseId: parties.enterpriseId } }),
    }));
  const before = await count();
  const end = (days: number) =>
    asWorker(() => withActor(platform, (tx) => endTerms(tx, addDays(today, days))));
  await end(730);
  expect(await count()).toEqual(before);
  const cleared = await end(732);
  expect(cleared.notification).toBeGreaterThan(0);
  expect(await count()).toEqual({ ...before, notices: 0 });
});
