import { useLoaderData } from '@remix-run/react';
import { pageQuery } from '~/routes/compensation-query.ts';
import { listEnrolled } from '~/server/compensation/list-enrolled.ts';
import { view } from '~/server/http/view.ts';
import { compensationText } from '~/text/compensation.ts';
import { FirmCompensation } from '~/ui/compensation/firm-compensation.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(compensationText, 'comp.firm.title');

export const loader = view({
  can: 'compensation.read-own',
  audit: null,
  query: pageQuery,
  load: ({ actor, query }) => listEnrolled(actor, 'enrolled', query.page),
});

export default function CompensationPage() {
  return <FirmCompensation {...useLoaderData<typeof loader>()} />;
}
