import { batchParams } from '~/routes/provider/desk-of.ts';
import { readLocale } from '~/server/http/locale.ts';
import { machine } from '~/server/http/machine.ts';
import { operations } from '~/server/record/push-operations.ts';
import { readBatch } from '~/server/record/read-batch.ts';

export const loader = machine(operations.readBatch, batchParams, async ({ actor, params, request }) =>
  readBatch(actor, params.id, await readLocale(request)),
);
