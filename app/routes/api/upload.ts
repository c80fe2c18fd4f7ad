import { uploadParams } from '~/routes/upload-query.ts';
import { machine } from '~/server/http/machine.ts';
import { readUpload } from '~/server/record/read-upload.ts';
import { uploadOperations } from '~/server/record/upload-operations.ts';

export const loader = machine(uploadOperations.readUpload, uploadParams, ({ actor, params }) =>
  readUpload(actor, params.id),
);
