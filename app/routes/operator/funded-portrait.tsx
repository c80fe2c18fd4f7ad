import { useLoaderData } from '@remix-run/react';
import { loanParams } from '~/routes/loan-query.ts';
import { view } from '~/server/http/view.ts';
import { showPortrait } from '~/server/overview/show-portrait.ts';
import { overviewText } from '~/text/overview.ts';
import { portraitText } from '~/text/portrait.ts';
import { PortraitPage } from '~/ui/overview/portrait-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';
import { useText } from '~/ui/text.ts';

export const meta = pageTitle(portraitText, 'portrait.title');

export const loader = view({
  can: 'overview.funded-firms',
  params: loanParams,
  load: ({ actor, params }) => showPortrait(actor, params.id),
  audit: ({ enterpriseId }) => ({
    action: 'overview.portrait-opened',
    enterpriseId: enterpriseId as never,
    purpose: 'post-loan',
  }),
});

export default function FirmPortraitPage() {
  const t = useText(overviewText);
  const portrait = useLoaderData<typeof loader>();
  return <PortraitPage {...portrait} from={{ label: t('funded.title'), to: '/operator/funded' }} />;
}
