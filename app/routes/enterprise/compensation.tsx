import { useLoaderData } from '@remix-run/react';
import { pageQuery } from '~/routes/compensation-query.ts';
import { listEnrolled } from '~/server/compensation/list-enrolled.ts';
import { view } from '~/server/http/view.ts';
import { FirmCompensation } from '~/ui/compensation/firm-compensation.tsx';

export const loader = view({
  can: 'compensation.read-own',
  audit: null,
  query: pageQuery,
  load: ({ actor, query }) => listEnrolled(actor, 'enrolled', query.page),
});

export default function CompensationPage() {
  return <FirmCompensation {...useLoaderData<typeof loader>()} />;
}
