import { caseParams } from '~/routes/rights-query.ts';
import { download } from '~/server/http/download.ts';
import { makeRepairFile } from '~/server/repair/make-repair-file.ts';

export const loader = download({
  can: 'objection.read-own',
  audit: null,
  params: caseParams,
  file: ({ actor, params, locale }) => makeRepairFile(actor, params.id, locale),
});
