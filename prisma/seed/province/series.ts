import { addDays, addMonths, type Day, dayOfMonth, monthOf } from '~/domain/kernel/day.ts';
import type { ProvinceFirm } from './firms.ts';
import { type Random, random } from './random.ts';
import type { SourceRow, Supply } from './supply.ts';

/** One month of one firm, as its sources see it. */
type Month = {
  readonly firm: ProvinceFirm;
  /** The first day of the month. */
  readonly first: Day;
  /** Business of the month against the firm's usual one: growth, season, a slump. */
  readonly level: number;
  readonly r: Random;
};

type Series = {
  readonly item: string;
  readonly months: number;
  /** Share of companies and of sole traders that the source knows. */
  readonly company: number;
  readonly trader: number;
  rows(month: Month): readonly Omit<SourceRow, 'uscc' | 'date' | 'knownOn'>[];
};

const yuan = (amount: number): string => Math.max(0, amount).toFixed(2);
const monthly = (firm: ProvinceFirm): number => firm.revenue / 12;
const heads = ({ firm, level, r }: Month): number =>
  Math.max(1, Math.round(firm.employees * (0.75 + 0.25 * level) + 0.2 * r.normal()));

const series: readonly Series[] = [
  { item: 'tax.payment', months: 36, company: 0.78, trader: 0.4, rows: taxes },
  {
    item: 'social.coverage',
    months: 36,
    company: 0.62,
    trader: 0.06,
    rows: (m) => [{ quantity: String(heads(m)) }],
  },
  {
    item: 'social.payment',
    months: 15,
    company: 0.62,
    trader: 0.06,
    rows: (m) =>
      m.r.chance(0.97 + 0.02 * m.firm.quality)
        ? [{ yuan: yuan(heads(m) * 1_380), quantity: String(heads(m)) }]
        : [],
  },
  {
    item: 'provident.employer-account',
    months: 15,
    company: 0.3,
    trader: 0,
    rows: (m) => [{ yuan: yuan(heads(m) * 760), quantity: String(heads(m)) }],
  },
  { item: 'utility.power-usage', months: 36, company: 0.55, trader: 0.35, rows: (m) => usage(m, 0.02, 0.62) },
  { item: 'utility.water-usage', months: 15, company: 0.35, trader: 0.25, rows: (m) => usage(m, 0.003, 4.1) },
  { item: 'utility.gas-usage', months: 15, company: 0.12, trader: 0.12, rows: (m) => usage(m, 0.006, 2.9) },
  { item: 'business.monthly-result', months: 14, company: 0.16, trader: 0, rows: result },
];

/** 增值税 every month, 企业所得税 every quarter from companies that earn. */
function taxes({ firm, first, level, r }: Month) {
  const vat = { yuan: yuan(monthly(firm) * 0.021 * level * Math.exp(0.15 * r.normal())), category: 'vat' };
  const quarterly = firm.kind === 'company' && monthOf(first) % 3 === 1 && firm.quality > -0.6;
  if (!quarterly) return [vat];
  return [vat, { yuan: yuan(monthly(firm) * 3 * 0.008 * level), category: 'corporate-income' }];
}

function usage({ firm, level, r }: Month, perYuan: number, price: number) {
  const used = monthly(firm) * perYuan * (0.4 + 0.6 * level) * Math.exp(0.1 * r.normal());
  return [{ quantity: used.toFixed(1), yuan: yuan(used * price) }];
}

function result({ firm, level, r }: Month) {
  const margin = 0.05 + 0.04 * firm.quality + 0.09 * (level - 1) + 0.03 * r.normal();
  return [{ yuan: (monthly(firm) * margin).toFixed(2) }];
}

/** Monthly series of all firms up to the month before the base day. */
export const makeSeries = (firms: readonly ProvinceFirm[], base: Day): Supply[] =>
  series.map((each) => ({ item: each.item, rows: firms.flatMap((firm) => rowsOf(each, firm, base)) }));

function rowsOf(each: Series, firm: ProvinceFirm, base: Day): SourceRow[] {
  const share = firm.kind === 'company' ? each.company : each.trader;
  const isKnown = random(`${each.item} ${firm.no}`).chance(firm.hasStory && share > 0 ? 1 : share);
  if (!isKnown || firm.status !== 'active') return [];
  const thisMonth = addDays(base, 1 - dayOfMonth(base));
  const course = courseOf(firm);
  return Array.from({ length: each.months }, (_, i) => i + 1).flatMap((back) => {
    const first = addMonths(thisMonth, -back);
    if (first < firm.establishedOn) return [];
    const r = random(`${each.item} ${firm.no} ${first}`);
    const date = first.slice(0, 7);
    return each.rows({ firm, first, level: course(back, first), r }).map((row) => ({
      uscc: firm.uscc,
      date,
      ...row,
      knownOn: addDays(addMonths(first, 1), 9),
    }));
  });
}

/** Growth of the years, the season of the trade, and for a few firms a slump of the last months. */
function courseOf(firm: ProvinceFirm): (back: number, first: Day) => number {
  const r = random(`course ${firm.no}`);
  const growth = (0.04 + 0.06 * firm.quality + 0.05 * r.normal()) / 12;
  const season = 0.12 * r.next();
  const peak = r.whole(1, 12);
  const isHit = !firm.hasStory && r.chance(0.045 * Math.exp(-0.7 * firm.quality));
  const slump = isHit ? r.whole(3, 8) : 0;
  return (back, first) => {
    const wave = 1 + season * Math.cos((2 * Math.PI * (monthOf(first) - peak)) / 12);
    return wave * Math.exp(-growth * back) * (back <= slump ? 0.42 : 1);
  };
}
