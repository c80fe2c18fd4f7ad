import { useLoaderData } from '@remix-run/react';
import { view } from '~/server/http/view.ts';
import { showCard } from '~/server/score/show-card.ts';
import { rulesText } from '~/text/scoring-rules.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { CardPage } from '~/ui/score/card-page.tsx';

export const meta = pageTitle(rulesText, 'rules.title');

export const loader = view({
  can: 'public',
  audit: null,
  load: async ({ actor }) => ({ card: await showCard(actor) }),
});

export default function HowScoringWorksPage() {
  return <CardPage card={useLoaderData<typeof loader>().card} />;
}
