import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { view } from '~/server/http/view.ts';
import { showScorecard } from '~/server/record/show-scorecard.ts';
import { scorecardText } from '~/text/scorecard.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { ScorecardPage, type ScorecardProps } from '~/ui/record/scorecard-page.tsx';

export const meta = pageTitle(scorecardText, 'scorecard.title');

export const loader = view({
  can: 'overview.impact',
  audit: null,
  params: z.object({ code: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/) }),
  load: ({ actor, params: { code } }) => showScorecard(actor, code),
});

export default function ProviderScorecardRoute() {
  return (
    <ScorecardPage {...(useLoaderData<typeof loader>() as unknown as ScorecardProps)} base="/operator" />
  );
}
