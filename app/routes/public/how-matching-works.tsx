import { useLoaderData } from '@remix-run/react';
import { revalidated } from '~/server/http/revalidated.ts';
import { view } from '~/server/http/view.ts';
import { showRule } from '~/server/match/show-rule.ts';
import { matchText } from '~/text/match.ts';
import { HowMatchingWorksPage } from '~/ui/match/how-matching-works.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(matchText, 'how.title');

export const loader = revalidated(view({ can: 'public', audit: null, load: ({ actor }) => showRule(actor) }));

export default function HowMatchingWorksRoute() {
  return <HowMatchingWorksPage rule={useLoaderData<typeof loader>()} />;
}
