import { stringify } from '~/domain/overview/csv.ts';
import { listNominations } from '~/server/application/list-nominations.ts';
import { nominationQuery } from '~/server/application/recommended-forms.ts';
import { download } from '~/server/http/download.ts';
import { recommendedRows } from '~/text/recommended-rows.ts';

export const loader = download({
  can: 'need.review-nomination',
  audit: 'need.nominations-exported',
  query: nominationQuery,
  file: async ({ actor, query, locale }) => {
    const { rows } = await listNominations(actor, query.show, 1, 10_000);
    const body = `\ufeff${stringify(recommendedRows(rows, locale))}\r\n`;
    return { name: 'recommended-list.csv', type: 'text/csv; charset=utf-8', body };
  },
});
