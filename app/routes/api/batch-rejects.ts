import { batchParams } from '~/routes/provider/desk-of.ts';
import { readLocale } from '~/server/http/locale.ts';
import { machine } from '~/server/http/machine.ts';
import { operations } from '~/server/record/push-operations.ts';
import { readRejects } from '~/server/record/read-rejects.ts';

export const loader = machine(operations.listRejects, batchParams, async ({ actor, params, request }) => {
  const after = new URL(request.url).searchParams.get('after');
  return readRejects(actor, params.id, after, await readLocale(request));
});
