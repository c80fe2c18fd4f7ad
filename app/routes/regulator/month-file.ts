import { monthQuery, xlsxOf } from '~/routes/month-route.ts';
import { download } from '~/server/http/download.ts';
import { showOfficeList } from '~/server/loan/show-office-list.ts';

export const loader = download({
  can: 'loan.read-office-list',
  audit: 'loan.month-exported',
  query: monthQuery,
  file: async ({ actor, query, locale }) =>
    xlsxOf(await showOfficeList(actor, query.month), locale, 'office'),
});
