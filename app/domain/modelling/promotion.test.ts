import { expect, test } from 'vitest';
import { admitChampion, promotionGates, type ShadowRecord } from './promotion.ts';

const rule = { leastShadowDays: 90, leastShadowFirms: 1_000, ruleCardWithoutLoans: true };
const limits = { aucActPpm: 600_000 };
const shown: ShadowRecord = {
  kind: 'statistical',
  days: 90,
  firms: 1_000,
  backTest: { source: 'study', aucPpm: 600_000, ksPpm: 200_000 },
  isBrought: false,
};

test.each<[string, Partial<ShadowRecord>, string | null]>([
  ['long enough, wide enough and tested', {}, null],
  ['brought by a bank', { isBrought: true }, 'modelling.card-of-bank'],
  ['a day short', { days: 89 }, 'modelling.shadow-too-short'],
  ['a firm short', { firms: 999 }, 'modelling.shadow-too-few'],
  ['untested', { backTest: null }, 'modelling.back-test-missing'],
  ['tested badly', { backTest: { source: 'loans', aucPpm: 599_999, ksPpm: 0 } }, 'modelling.back-test-poor'],
  ['a rule card without loans', { kind: 'rule', backTest: null }, null],
  [
    'a rule card that loans speak against',
    { kind: 'rule', backTest: { source: 'loans', aucPpm: 500_000, ksPpm: 0 } },
    'modelling.back-test-poor',
  ],
])('%s', (_, change, code) => {
  const record = { ...shown, ...change };
  const admitted = admitChampion(record, rule, limits);
  expect(admitted.ok ? null : admitted.refusal.code).toBe(code);
  expect(promotionGates(record, rule, limits).every(({ isMet }) => isMet)).toBe(code === null);
});
