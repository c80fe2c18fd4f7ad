import { download } from '~/server/http/download.ts';
import { partParams } from '~/server/report/forms.ts';
import { readBatchPart } from '~/server/report/show-batch.ts';

export const loader = download({
  can: 'report.batch',
  audit: null,
  params: partParams,
  file: ({ actor, params }) => readBatchPart(actor, params.id, params.part),
});
