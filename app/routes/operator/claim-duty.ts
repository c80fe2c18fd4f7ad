import { idParams } from '~/routes/compensation-query.ts';
import { makeDutyPack } from '~/server/compensation/make-duty-pack.ts';
import { download } from '~/server/http/download.ts';

export const loader = download({
  can: 'compensation.operate',
  audit: null,
  params: idParams,
  file: ({ actor, params, locale }) => makeDutyPack(actor, params.id, locale),
});
