import { fundedQuery } from '~/routes/operator/funded-query.ts';
import { download } from '~/server/http/download.ts';
import { exportFundedFirms } from '~/server/overview/export-funded-firms.ts';
import { translate } from '~/text/define.ts';
import { overviewText } from '~/text/overview.ts';
import { tierWord } from '~/text/tier-word.ts';

const columns = [
  'funded.firm',
  'funded.csv.uscc',
  'funded.region',
  'funded.industry',
  'funded.bank',
  'funded.csv.amount',
  'funded.csv.disbursed',
  'funded.maturity',
  'funded.class',
  'funded.csv.dpd',
  'funded.csv.grade',
  'funded.alerts',
  'funded.csv.overdue',
] as const;

export const loader = download({
  can: 'overview.funded-firms',
  audit: 'overview.funded-firms-exported',
  query: fundedQuery,
  file: async ({ actor, query: { after: _, ...filter }, locale }) => {
    const t = translate(overviewText, locale);
    const header = columns.map((column) => t(column));
    const body = await exportFundedFirms(actor, filter, header, (tier) => tierWord(tier, locale));
    return { name: 'funded-firms.csv', type: 'text/csv; charset=utf-8', body };
  },
});
