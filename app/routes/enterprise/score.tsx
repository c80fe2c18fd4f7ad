import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { asFirm } from '~/server/access/actor.ts';
import { reachOf } from '~/server/access/policy.ts';
import { view } from '~/server/http/view.ts';
import { readEstimate } from '~/server/modelling/read-estimate.ts';
import { showScore } from '~/server/score/show-score.ts';
import { scoreText } from '~/text/score-page.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { ScorePage } from '~/ui/score/score-page.tsx';

export const meta = pageTitle(scoreText, 'score.title');

export const loader = view({
  can: 'score.read-own',
  audit: null,
  query: z.object({ scope: z.enum(['current', 'public']).catch('current') }),
  load: async ({ actor, query }) => ({
    ...(await showScore(actor, { which: query.scope })),
    estimate: await readEstimate(asFirm(actor).enterpriseId),
    mayConsent: reachOf(actor, 'consent.grant') !== null,
  }),
});

export default function MyScorePage() {
  return <ScorePage {...useLoaderData<typeof loader>()} />;
}
