import { machine } from '~/server/http/machine.ts';
import { openUpload } from '~/server/record/open-upload.ts';
import { uploadOperations } from '~/server/record/upload-operations.ts';

export const action = machine(uploadOperations.startUpload, null, ({ actor, body }) =>
  openUpload(actor, body),
);
