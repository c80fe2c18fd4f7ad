import { day } from '~/domain/kernel/day.ts';
import { wan } from '~/domain/kernel/money.ts';
import type { Applicant, FirmFacts, NeedTerms } from '~/domain/product/applicant.ts';

type Wish = Partial<Omit<Applicant, 'firm' | 'need'>> & {
  readonly firm?: Partial<FirmFacts>;
  readonly need?: Partial<NeedTerms>;
};

const firm: FirmFacts = {
  active: true,
  kind: 'company',
  regionCode: '640106',
  industrySection: 'C',
  industryCode: '1411',
  size: 'micro',
  establishedOn: day('2022-04-03'),
  figures: { employees: 12, revenue: 600_000_000, assets: null },
};

const need: NeedTerms = { amountFen: wan(80), termMonths: 12, purpose: 'working-capital', collateral: [] };

/** A bakery of Yinchuan with a public score, wanting 800,000 yuan for a year; a test names only what matters to it. */
export const applicantWith = (wish: Wish = {}): Applicant => ({
  today: day('2026-11-23'),
  score: { scope: 'public', grade: 'B', milliPoints: 720_000 },
  hasConsented: false,
  features: new Map(),
  closedFeatures: new Set(),
  titles: new Set(),
  hasBorrowed: false,
  ...wish,
  firm: { ...firm, ...wish.firm },
  need: { ...need, ...wish.need },
});
