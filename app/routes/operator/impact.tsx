import { useLoaderData } from '@remix-run/react';
import { itemParams } from '~/server/catalogue/forms.ts';
import { view } from '~/server/http/view.ts';
import { showImpact } from '~/server/overview/show-impact.ts';
import { impactText } from '~/text/scorecard.ts';
import { ImpactPage, type ImpactProps } from '~/ui/overview/impact-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(impactText, 'impact.title');

export const loader = view({
  can: 'overview.impact',
  audit: null,
  params: itemParams,
  load: ({ actor, params: { code } }) => showImpact(actor, code),
});

export default function ImpactRoute() {
  return <ImpactPage {...(useLoaderData<typeof loader>() as unknown as ImpactProps)} />;
}
