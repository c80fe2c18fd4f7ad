import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { idParams } from '~/routes/compensation-query.ts';
import { confirmBatch, resumeBatch, stopBatch } from '~/server/compensation/run-batch.ts';
import { showBatch } from '~/server/compensation/show-batch.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { compensationText } from '~/text/compensation.ts';
import { BatchPage } from '~/ui/compensation/batch-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(compensationText, 'comp.batch.title');

export const loader = view({
  can: 'compensation.operate',
  audit: null,
  params: idParams,
  load: ({ actor, params }) => showBatch(actor, params.id),
});

/** A step of a batch leads back to its page. */
const step = (run: typeof confirmBatch | typeof stopBatch) =>
  command({
    can: 'compensation.operate',
    audit: null,
    params: idParams,
    schema: z.object({}),
    run: async ({ actor, params }) => {
      const changed = await run(actor, params.id);
      if (!changed.ok) return changed;
      return accept({
        to: `/operator/settlements/${params.id}`,
        flash: { tone: 'success', message: `compensation.done.batch-${changed.value}` },
      });
    },
  });

export const action = commands({
  confirm: step(confirmBatch),
  stop: step(stopBatch),
  resume: step(resumeBatch),
});

export default function SettlementRoute() {
  return <BatchPage batch={useLoaderData<typeof loader>()} />;
}
