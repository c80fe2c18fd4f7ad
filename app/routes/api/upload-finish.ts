import { accept } from '~/domain/kernel/result.ts';
import { uploadParams } from '~/routes/upload-query.ts';
import { machine } from '~/server/http/machine.ts';
import { finishUpload } from '~/server/record/finish-upload.ts';
import { uploadOperations } from '~/server/record/upload-operations.ts';

export const action = machine(
  uploadOperations.finishUpload,
  uploadParams,
  async ({ actor, params, body }) => {
    const finished = await finishUpload(actor, params.id, body.sha256);
    return finished.ok ? accept({ batchId: finished.value, state: 'received' as const }) : finished;
  },
);
