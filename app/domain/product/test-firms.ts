import { addMonths, type Day } from '~/domain/kernel/day.ts';
import { wan } from '~/domain/kernel/money.ts';
import type { Applicant } from '~/domain/product/applicant.ts';

/** Invented firms that a bank tries its conditions on; no real firm is looked at. */
export const testFirmNames = [
  'young-shop',
  'steady-maker',
  'tech-firm',
  'sole-trader',
  'in-arrears',
] as const;
export type TestFirmName = (typeof testFirmNames)[number];

const firm = (today: Day, months: number): Applicant => ({
  today,
  firm: {
    active: true,
    kind: 'company',
    regionCode: '640106',
    industrySection: 'C',
    industryCode: '1411',
    size: 'small',
    establishedOn: addMonths(today, -months),
    figures: { employees: 40, revenue: 2_000_000_000, assets: 1_500_000_000 },
  },
  score: { scope: 'full', grade: 'B', milliPoints: 640_000 },
  hasConsented: true,
  features: new Map([
    ['tax-paid-12m', 30_000_000],
    ['tax-paid-months-12m', 12],
    ['tax-arrears-in-force', 0],
    ['tax-abnormal-in-force', 0],
    ['serious-list-in-force', 0],
    ['dishonest-debtor-in-force', 0],
    ['insured-months-12m', 12],
  ]),
  closedFeatures: new Set(),
  titles: new Set(),
  hasBorrowed: true,
  need: { amountFen: wan(50), termMonths: 12, purpose: 'working-capital', collateral: [] },
});

/** The invented firms as they would stand on a day. */
export function testFirms(today: Day): { readonly [N in TestFirmName]: Applicant } {
  const steady = firm(today, 80);
  const young = firm(today, 8);
  const tech = firm(today, 50);
  return {
    'young-shop': {
      ...young,
      firm: { ...young.firm, industrySection: 'F', industryCode: '5211', size: 'micro' },
      score: { scope: 'public', grade: null, milliPoints: null },
      hasConsented: false,
      features: new Map(),
      hasBorrowed: false,
    },
    'steady-maker': steady,
    'tech-firm': {
      ...tech,
      titles: new Set(['high-tech', 'tech-sme']),
      score: { scope: 'full', grade: 'A', milliPoints: 760_000 },
    },
    'sole-trader': {
      ...steady,
      firm: {
        ...steady.firm,
        kind: 'sole-trader',
        size: null,
        industrySection: 'H',
        industryCode: '6210',
        figures: { employees: 3, revenue: 60_000_000, assets: null },
      },
    },
    'in-arrears': {
      ...steady,
      score: { scope: 'full', grade: 'D', milliPoints: 380_000 },
      features: new Map([...steady.features, ['tax-arrears-in-force', 2], ['serious-list-in-force', 1]]),
    },
  };
}
