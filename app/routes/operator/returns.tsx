import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { caseText } from '~/routes/alert-query.ts';
import { returnMonth, returnsLoader, returnVersion } from '~/routes/return-route.ts';
import { command, commands } from '~/server/http/command.ts';
import { correctReturn } from '~/server/monitoring/month-return/correct-return.ts';
import { fileReturn } from '~/server/monitoring/month-return/file-return.ts';
import { returnText } from '~/text/month-return.ts';
import { ReturnsPage } from '~/ui/monitoring/returns-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(returnText, 'return.title');

export const loader = returnsLoader();

export const action = commands({
  file: command({
    can: 'monitoring.file-return',
    audit: null,
    schema: z.object({ month: returnMonth, version: returnVersion }),
    run: async ({ actor, input: { month, version } }) => {
      const filed = await fileReturn(actor, month, version);
      if (!filed.ok) return filed;
      return accept({
        to: `/operator/returns?month=${month}&version=${version}`,
        flash: { tone: 'success', message: 'monitoring.return-filed' },
      });
    },
  }),
  correct: command({
    can: 'monitoring.file-return',
    audit: null,
    schema: z.object({ month: returnMonth, reason: caseText }),
    run: async ({ actor, input: { month, reason } }) => {
      const made = await correctReturn(actor, month, reason);
      if (!made.ok) return made;
      return accept({
        to: `/operator/returns?month=${month}&version=${made.value}`,
        flash: { tone: 'success', message: 'monitoring.return-corrected' },
      });
    },
  }),
});

export default function ReturnsRoute() {
  return <ReturnsPage side="operator" {...useLoaderData<typeof loader>()} />;
}
