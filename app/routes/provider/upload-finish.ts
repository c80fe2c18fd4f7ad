import { accept } from '~/domain/kernel/result.ts';
import { deskOf } from '~/routes/provider/desk-of.ts';
import { uploadParams } from '~/routes/upload-query.ts';
import { exchange } from '~/server/http/exchange.ts';
import { finishUpload } from '~/server/record/finish-upload.ts';
import { finishBody } from '~/server/record/upload-operations.ts';

/** A page's script says that all parts are sent. */
export const action = exchange({
  can: 'record.deliver',
  params: uploadParams,
  schema: finishBody,
  run: async ({ actor, params, body, request }) => {
    const finished = await finishUpload(actor, params.id, body.sha256);
    return finished.ok ? accept({ to: `${deskOf(request)}/batches/${finished.value}` }) : finished;
  },
});
