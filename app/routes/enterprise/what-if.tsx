import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { parseDay } from '~/domain/kernel/day.ts';
import { view } from '~/server/http/view.ts';
import { showWhatIf } from '~/server/match/show-what-if.ts';
import { whatIfText } from '~/text/what-if.ts';
import { WhatIfView } from '~/ui/match/what-if-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(whatIfText, 'what-if.title');

export const loader = view({
  can: 'score.read-own',
  audit: null,
  query: z.object({
    do: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .catch(undefined),
    on: z.string().optional().catch(undefined),
  }),
  load: ({ actor, query }) =>
    showWhatIf(actor, {
      acts: [query.do ?? []].flat().slice(0, 100),
      on: parseDay(query.on ?? ''),
    }),
});

export default function WhatIf() {
  return <WhatIfView {...useLoaderData<typeof loader>()} />;
}
