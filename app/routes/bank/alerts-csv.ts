import { caseQuery } from '~/routes/alert-query.ts';
import { caseCsv } from '~/routes/case-csv.ts';
import { download } from '~/server/http/download.ts';

export const loader = download({
  can: 'alert.read-inbox',
  audit: 'monitoring.cases-exported',
  query: caseQuery('desk'),
  file: ({ actor, query, locale }) => caseCsv(actor, query, locale),
});
