import { accept } from '~/domain/kernel/result.ts';
import { machine } from '~/server/http/machine.ts';
import { listOwnItems } from '~/server/record/list-own-items.ts';
import { operations } from '~/server/record/push-operations.ts';

export const loader = machine(operations.listItems, null, async ({ actor }) =>
  accept(await listOwnItems(actor)),
);
