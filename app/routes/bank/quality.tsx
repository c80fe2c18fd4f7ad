import { useLoaderData } from '@remix-run/react';
import { qualityLoader } from '~/routes/quality-route.ts';
import { loanQualityText } from '~/text/loan-quality.ts';
import { PortfolioDesk } from '~/ui/overview/portfolio-desk.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(loanQualityText, 'quality.title');

export const loader = qualityLoader('/bank/quality');

export default function QualityRoute() {
  return <PortfolioDesk {...useLoaderData<typeof loader>()} />;
}
