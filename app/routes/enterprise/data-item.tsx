import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { parseDay } from '~/domain/kernel/day.ts';
import { view } from '~/server/http/view.ts';
import { showOwnItem } from '~/server/record/show-own-item.ts';
import { recordText } from '~/text/record.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { OwnItem } from '~/ui/record/own-item.tsx';

export const meta = pageTitle(recordText, 'record.title');

/** `2026-03-01_<fact id>`: the last record of the page before. */
const cursor = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}_[0-9a-f-]{36}$/)
  .transform((text) => ({ on: text.slice(0, 10), id: text.slice(11) }));

export const loader = view({
  can: 'record.read-own',
  audit: null,
  params: z.object({ item: z.string().max(60) }),
  query: z.object({
    known: z
      .string()
      .transform((text) => parseDay(text) ?? undefined)
      .optional(),
    after: cursor.optional(),
  }),
  load: ({ actor, params, query }) =>
    showOwnItem(actor, { code: params.item, asKnownOn: query.known, after: query.after }),
});

export default function DataItemPage() {
  return <OwnItem {...useLoaderData<typeof loader>()} />;
}
