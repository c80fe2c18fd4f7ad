import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { comparableName, type KnownFirm, planRegistration } from './registration.ts';
import { readUscc, synthesiseUscc } from './uscc.ts';

const id = '00000000-0000-8000-a000-000000000001' as EnterpriseId;
const company = insist(readUscc(synthesiseUscc({ regionCode: '640104', serial: 7 }), () => 'current'));
const trader = insist(
  readUscc(synthesiseUscc({ regionCode: '640104', serial: 7, kind: 'sole-trader' }), () => 'current'),
);
const doubtful = insist(readUscc('91350203M0001QAY9B', () => 'current'));
const known = (over: Partial<KnownFirm> = {}): KnownFirm => ({
  id,
  name: '桥头市清泉面包（集团）有限公司',
  hasAccount: false,
  status: 'active',
  ...over,
});
const answers = { name: '桥头市清泉面包(集团)有限公司', confirmed: false, noticeRead: false };
const codeOf = (result: ReturnType<typeof planRegistration>) => (result.ok ? null : result.refusal.code);

describe('registering', () => {
  test('an unknown firm is new', () => {
    expect(planRegistration(company, null, answers)).toEqual({ ok: true, value: { claims: null } });
  });

  test('a firm on record without an account is claimed by whoever knows its name', () => {
    expect(planRegistration(company, known(), answers)).toEqual({ ok: true, value: { claims: id } });
    expect(codeOf(planRegistration(company, known(), { ...answers, name: '别的公司' }))).toBe(
      'enterprise.name-differs',
    );
  });

  test('a refusal to claim does not tell the name on record', () => {
    const refused = planRegistration(company, known(), { ...answers, name: '别的公司' });
    expect(JSON.stringify(refused)).not.toContain('清泉');
  });

  test.each([
    ['somebody acts for it already', company, known({ hasAccount: true }), 'enterprise.already-registered'],
    ['it is cancelled', company, known({ status: 'cancelled' }), 'enterprise.not-active'],
    ['its code has warnings that nobody confirmed', doubtful, null, 'enterprise.uscc-unconfirmed'],
    ['a sole trader has not read the notice', trader, null, 'enterprise.notice-unread'],
  ])('is refused when %s', (_, code, record, refusal) => {
    expect(codeOf(planRegistration(code, record, answers))).toBe(refusal);
  });

  test('warnings that were confirmed and a notice that was read let through', () => {
    expect(planRegistration(doubtful, null, { ...answers, confirmed: true }).ok).toBe(true);
    expect(planRegistration(trader, null, { ...answers, noticeRead: true }).ok).toBe(true);
  });
});

test.each([
  ['桥头市清泉面包（集团）有限公司', '桥头市清泉面包(集团) 有限公司'],
  ['ＡＢＣ科技有限公司', 'abc科技有限公司'],
  ['阿·达面馆', '阿达面馆'],
  ['江南〔北京〕公司', '江南【北京】公司'],
])('%s and %s are one name', (a, b) => {
  expect(comparableName(a)).toBe(comparableName(b));
});

test('comparing twice changes nothing, and different characters stay different', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(comparableName(comparableName(name))).toBe(comparableName(name));
    }),
  );
  expect(comparableName('清泉面包')).not.toBe(comparableName('清泉面坊'));
});
