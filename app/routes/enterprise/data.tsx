import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { view } from '~/server/http/view.ts';
import { showOwnData } from '~/server/record/show-own-data.ts';
import { recordText } from '~/text/record.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { OwnData } from '~/ui/record/own-data.tsx';

export const meta = pageTitle(recordText, 'record.title');

const asked = z.object({
  show: z.enum(['held', 'negative', 'all']).default('held'),
  class: z
    .string()
    .max(60)
    .transform((code) => code || undefined)
    .optional(),
});

export const loader = view({
  can: 'record.read-own',
  audit: null,
  query: asked,
  load: async ({ actor, query }) => ({
    ...(await showOwnData(actor, query)),
    asked: { show: query.show, class: query.class },
  }),
});

export default function DataPage() {
  const data = useLoaderData<typeof loader>();
  return <OwnData {...data} asked={{ show: data.asked.show, class: data.asked.class }} />;
}
