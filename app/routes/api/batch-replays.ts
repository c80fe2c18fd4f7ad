import { batchParams } from '~/routes/provider/desk-of.ts';
import { machine } from '~/server/http/machine.ts';
import { operations } from '~/server/record/push-operations.ts';
import { pushReplay } from '~/server/record/push-replay.ts';

export const action = machine(operations.replayBatch, batchParams, ({ actor, body, params, key, bodyHash }) =>
  pushReplay(actor, params.id, body.rows, { key, requestHash: `${params.id} ${bodyHash}` }),
);
