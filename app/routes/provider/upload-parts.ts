import { offsetOf, uploadParams } from '~/routes/upload-query.ts';
import { exchange } from '~/server/http/exchange.ts';
import { appendPart } from '~/server/record/append-part.ts';

/** A page's script sends the next part. */
export const action = exchange({
  can: 'record.deliver',
  params: uploadParams,
  run: ({ actor, params, body, request }) => appendPart(actor, params.id, offsetOf(request), body),
});
