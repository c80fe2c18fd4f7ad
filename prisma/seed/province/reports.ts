import { addDays, type Day, day, yearOf } from '~/domain/kernel/day.ts';
import type { ProvinceFirm } from './firms.ts';
import { random } from './random.ts';
import type { SourceRow, Supply } from './supply.ts';

/** What firms publish once a year: reports with staff, and figures of their accounts, of the last three years. */
export function makeReports(firms: readonly ProvinceFirm[], base: Day): Supply[] {
  const years = [1, 2, 3].map((back) => yearOf(base) - back);
  const reports: SourceRow[] = [];
  const figures: SourceRow[] = [];
  for (const firm of firms)
    for (const year of years) {
      const r = random(`report ${firm.no} ${year}`);
      if (yearOf(firm.establishedOn) > year || !(r.chance(0.9 + 0.03 * firm.quality) || firm.hasStory))
        continue;
      const late = r.chance(0.05 * Math.exp(-0.6 * firm.quality));
      const knownOn = addDays(day(`${year + 1}-${late ? '07-01' : '03-01'}`), r.whole(0, 110));
      const common = { uscc: firm.uscc, date: String(year), knownOn };
      reports.push({ ...common, category: late ? 'late' : 'on-time', quantity: String(firm.employees) });
      if (firm.kind === 'company' && (r.chance(0.62) || firm.hasStory))
        figures.push(...accounts(firm, year, common));
    }
  return [
    { item: 'registration.annual-report', rows: reports },
    { item: 'registration.annual-figures', rows: figures },
  ];
}

function accounts(
  firm: ProvinceFirm,
  year: number,
  common: Pick<SourceRow, 'uscc' | 'date' | 'knownOn'>,
): SourceRow[] {
  const r = random(`accounts ${firm.no} ${year}`);
  const revenue = firm.revenue * Math.exp(0.1 * r.normal());
  const assets = revenue * (0.5 + 0.8 * r.next());
  const amounts = {
    revenue,
    'total-assets': assets,
    'net-assets': assets * (0.35 + 0.15 * firm.quality),
    'net-profit': revenue * (0.05 + 0.04 * firm.quality),
    'tax-paid': revenue * 0.028,
  };
  return Object.entries(amounts).map(([category, amount]) => ({
    ...common,
    category,
    yuan: amount.toFixed(2),
  }));
}
