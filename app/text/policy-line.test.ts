import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addMonths, day } from '~/domain/kernel/day.ts';
import { wan } from '~/domain/kernel/money.ts';
import { percent, ppm } from '~/domain/kernel/rate.ts';
import { type Assessment, assessLoan } from '~/domain/policy/assess.ts';
import type { LoanFacts } from '~/domain/policy/loan-facts.ts';
import type { Scheme } from '~/domain/policy/scheme.ts';
import { locales } from '~/text/define.ts';
import { wordPolicyLine } from './policy-line.ts';
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
