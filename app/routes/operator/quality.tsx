import { useLoaderData } from '@remix-run/react';
import { qualityLoader } from '~/routes/quality-route.ts';
import { loanQualityText } from '~/text/loan-quality.ts';
import { QualityPage } from '~/ui/overview/quality-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(loanQualityText, 'quality.title');

export const loader = qualityLoader('/operator/quality');

export default function QualityRoute() {
  return <QualityPage {...useLoaderData<typeof loader>()} />;
}
