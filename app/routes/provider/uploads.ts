import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { exchange } from '~/server/http/exchange.ts';
import { startUpload } from '~/server/record/start-upload.ts';
import { uploadBody } from '~/server/record/upload-operations.ts';

/** A page's script begins an upload. */
export const action = exchange({
  can: 'record.deliver',
  schema: uploadBody.extend({ bytes: z.coerce.number().int().min(0) }),
  run: async ({ actor, body }) => {
    const started = await startUpload(actor, body);
    return started.ok ? accept({ id: started.value }) : started;
  },
});
