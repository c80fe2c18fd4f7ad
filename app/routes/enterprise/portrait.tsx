import { useLoaderData } from '@remix-run/react';
import { view } from '~/server/http/view.ts';
import { showOwnPortrait } from '~/server/overview/show-portrait.ts';
import { portraitText } from '~/text/portrait.ts';
import { scoreText } from '~/text/score-page.ts';
import { PortraitPage } from '~/ui/overview/portrait-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';
import { useText } from '~/ui/text.ts';

export const meta = pageTitle(portraitText, 'portrait.title');

export const loader = view({
  can: 'score.read-own',
  audit: null,
  load: ({ actor }) => showOwnPortrait(actor),
});

export default function MyPortraitPage() {
  const t = useText(scoreText);
  return (
    <PortraitPage {...useLoaderData<typeof loader>()} from={{ label: t('score.title'), to: '/my/score' }} />
  );
}
