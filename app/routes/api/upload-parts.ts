import { offsetOf, uploadParams } from '~/routes/upload-query.ts';
import { machine } from '~/server/http/machine.ts';
import { appendPart } from '~/server/record/append-part.ts';
import { uploadOperations } from '~/server/record/upload-operations.ts';

export const action = machine(uploadOperations.appendPart, uploadParams, ({ actor, params, body, request }) =>
  appendPart(actor, params.id, offsetOf(request), body),
);
