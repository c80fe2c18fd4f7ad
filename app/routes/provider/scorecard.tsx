import { useLoaderData } from '@remix-run/react';
import { view } from '~/server/http/view.ts';
import { showScorecard } from '~/server/record/show-scorecard.ts';
import { scorecardText } from '~/text/scorecard.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { ScorecardPage, type ScorecardProps } from '~/ui/record/scorecard-page.tsx';

export const meta = pageTitle(scorecardText, 'scorecard.title');

export const loader = view({
  can: 'record.read-scorecard-own',
  audit: null,
  load: ({ actor }) => showScorecard(actor, null),
});

export default function ScorecardRoute() {
  return (
    <ScorecardPage {...(useLoaderData<typeof loader>() as unknown as ScorecardProps)} base="/provider" />
  );
}
