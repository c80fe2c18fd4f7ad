import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addDays, addMonths, day } from '~/domain/kernel/day.ts';
import { wan } from '~/domain/kernel/money.ts';
import { percent, ppm } from '~/domain/kernel/rate.ts';
import { type Assessment, assessLoan } from '~/domain/policy/assess.ts';
import { compensate } from '~/domain/policy/compensate.ts';
import { subsidiseBorrower } from '~/domain/policy/double-subsidy.ts';
import type { LoanFacts } from '~/domain/policy/loan-facts.ts';
import type { Scheme, SubsidyScheme } from '~/domain/policy/scheme.ts';
import { locales } from '~/text/define.ts';
import { wordPolicyLine, wordWhy } from './policy-line.ts';
import { schemeWords } from './policy-words.ts';

const folder = new URL('../../prisma/seed/policy/schemes/', import.meta.url);
const schemes: Scheme[] = readdirSync(folder).map((name) =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
);
const names = {
  region: (code: string) => (code === '440100' ? '广州市' : code),
  scheme: (code: string) => schemes.find((s) => s.code === code)?.nameEn ?? code,
};

const drawnOn = day('2026-11-23');
const loan: LoanFacts = {
  borrower: { regionPath: ['440100'], industryPath: ['H', '62'], size: 'small', kind: 'company', lists: [] },
  principal: wan(800),
  rate: percent('4'),
  dayCount: 'actual360',
  termMonths: 12,
  contractOn: drawnOn,
  drawnOn,
  maturityOn: addMonths(drawnOn, 12),
  balances: [{ from: drawnOn, balance: wan(800) }],
  purpose: 'working-capital',
  flags: ['key-list'],
  renewal: false,
  centralSubsidies: [],
  localSubsidy: ppm(0),
  capUsed: {},
};
const assess = (over: Partial<LoanFacts>): readonly Assessment[] => {
  const result = assessLoan({ ...loan, ...over }, schemes);
  return result.outcome === 'assessed' ? result.assessments : [];
};
const of = (code: string, over: Partial<LoanFacts> = {}) => assess(over).find((a) => a.scheme.code === code);

test('the way to a compensation is told with its figures', () => {
  const lines = of('guangzhou-compensation')?.lines ?? [];
  expect(lines.map((line) => wordPolicyLine(line, 'zh-CN'))).toEqual([
    '贷款 800万元，在不超过 1,500万元 一档，补偿比例 30%。',
    '重点企业名单，比例提高 15%。',
    '如本金全部损失：¥8,000,000.00 × 45% = ¥3,600,000.00。',
  ]);
  expect(lines.map((line) => wordPolicyLine(line, 'en'))[1]).toBe('key-enterprise list: 15% more.');
});

test('a subsidy tells sector, points, cap, period, sum and who pays', () => {
  const sentences = (of('services-subsidy')?.lines ?? []).map((line) => wordPolicyLine(line, 'en'));
  expect(sentences[0]).toBe('Supported sector: catering and accommodation.');
  expect(sentences).toContain('At most ¥10m of principal per borrower counts.');
  expect(sentences.at(-1)).toMatch(/^10% from the province: ¥8,111\.11\.$/);
});

test('a reason names regions and schemes', () => {
  const outside = of('guangzhou-compensation', { borrower: { ...loan.borrower, regionPath: ['640100'] } });
  expect(outside?.reasons.map((r) => wordPolicyLine(r, 'zh-CN', names))).toEqual([
    '企业所在地（640100）不在政策适用地区（广州市）。',
  ]);
  const second = of('services-subsidy', { purpose: 'equipment' });
  expect(second?.reasons.map((r) => wordPolicyLine(r, 'en', names))[0]).toMatch(
    /Interest subsidy for fixed-asset loans/,
  );
});

test('everything the shipped schemes can say has words in both languages', () => {
  const worst: Partial<LoanFacts> = {
    borrower: { regionPath: [], industryPath: [], size: 'undetermined', kind: 'company', lists: [] },
    principal: wan(90_000),
    termMonths: 600,
    contractOn: day('2010-01-01'),
    renewal: true,
    centralSubsidies: ['services-subsidy'],
    localSubsidy: percent(4),
    capUsed: { 'services-subsidy': wan(99_999), 'msme-fixed-asset-subsidy': wan(99_999) },
  };
  for (const on of ['2016-06-01', '2025-06-01', '2026-06-01'])
    for (const { reasons } of assess({ ...worst, drawnOn: day(on) }))
      for (const reason of reasons)
        for (const locale of locales)
          expect(wordPolicyLine(reason, locale, names)).not.toMatch(/undefined|NaN|\[object/);
  for (const { body } of schemes) {
    const { sectors, purposes, borrowerLists } = body.coverage;
    const codes = [...(sectors ?? []).map((s) => s.sector), ...(purposes ?? []), ...(borrowerLists ?? [])];
    if (body.form === 'points') codes.push(...body.funding.map((part) => part.payer));
    for (const code of codes) expect(schemeWords, code).toHaveProperty([code]);
  }
});

test('a decision says why it is 3,120.00 and not 5,000.00, in both languages', () => {
  const facts: LoanFacts = {
    ...loan,
    principal: wan(50),
    balances: [{ from: drawnOn, balance: wan(50) }],
    drawnOn,
    maturityOn: addDays(drawnOn, 360),
    localSubsidy: percent('3.376'),
  };
  const subsidies = schemes.filter((s): s is SubsidyScheme => s.kind === 'subsidy');
  const drawdown = { id: 'd', moneyId: 'm', borrowerId: 'f', bank: 'b', loan: facts, parts: [] };
  const [decision] = subsidiseBorrower(new Set(['f']), [drawdown], subsidies).filter((d) => d.pays);
  if (!decision) throw new Error('the services subsidy pays');
  expect(wordWhy(decision, 'zh-CN')).toEqual([
    '为什么是 ¥3,120.00，而不是 ¥5,000.00：',
    '全部余额、全部期限按年化 1% 计，应贴 ¥5,000.00。',
    '合同利率 4%，地方已贴 3.38%，合计不得超过合同利率：¥5,000.00 减为 ¥3,120.00。',
    '中央财政承担 90%：¥2,808.00。',
    '省级财政承担 10%：¥312.00。',
  ]);
  expect(wordWhy(decision, 'en')[0]).toBe('Why ¥3,120.00 and not ¥5,000.00:');
  expect(wordWhy(decision, 'en')[2]).toMatch(/^Local schemes pay 3\.38% of the contract’s 4%/);
});

test('every outcome and limit of a claim has words in both languages', () => {
  const guangzhou = schemes.find((s) => s.code === 'guangzhou-compensation');
  const leiyang = schemes.find((s) => s.code === 'leiyang-compensation');
  const facts = {
    principal: wan(300),
    flags: ['key-list' as const],
    unpaidPrincipal: wan(300),
    recovered: wan(10),
    otherPayers: wan(20),
    causes: [
      { cause: 'wilful-default' as const, determinations: [] },
      { cause: 'market' as const, determinations: [] },
    ],
    enrolled: true,
  };
  const room = { borrowerCapLeft: wan(90), yearCapLeft: wan(500), poolLeft: wan(5), fuseBlown: false };
  for (const scheme of [guangzhou, leiyang])
    for (const change of [{}, { enrolled: false }, { causes: [] }, { causes: facts.causes.slice(0, 1) }]) {
      if (scheme?.kind !== 'compensation') throw new Error('both are shipped');
      for (const fuseBlown of [true, false])
        for (const line of compensate(scheme, { ...facts, ...change }, { ...room, fuseBlown }).lines)
          for (const locale of locales)
            expect(wordPolicyLine(line, locale)).not.toMatch(/undefined|NaN|\[object/);
    }
});
