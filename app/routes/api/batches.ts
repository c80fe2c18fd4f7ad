import { machine } from '~/server/http/machine.ts';
import { operations } from '~/server/record/push-operations.ts';
import { pushRecords } from '~/server/record/push-records.ts';

export const action = machine(operations.pushRecords, null, ({ actor, body, key, bodyHash }) =>
  pushRecords(actor, body, { key, requestHash: bodyHash }),
);
