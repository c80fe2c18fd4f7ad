import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { view } from '~/server/http/view.ts';
import { listReaders } from '~/server/record/list-readers.ts';
import { readerText } from '~/text/record-readers.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { Readers } from '~/ui/record/readers.tsx';

export const meta = pageTitle(readerText, 'readers.title');

export const loader = view({
  can: 'record.read-own',
  audit: null,
  query: z.object({
    who: z.enum(['others', 'all']).default('others'),
    before: z
      .string()
      .regex(/^\d{1,18}$/)
      .transform(BigInt)
      .optional(),
  }),
  load: async ({ actor, query }) => ({ ...(await listReaders(actor, query)), who: query.who }),
});

export default function ReadersPage() {
  return <Readers {...useLoaderData<typeof loader>()} />;
}
