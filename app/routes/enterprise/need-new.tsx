import { useLoaderData } from '@remix-run/react';
import { accept } from '~/domain/kernel/result.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { DraftSearch, draftNeed } from '~/server/need/draft-need.ts';
import { draftOf, NeedForm } from '~/server/need/need-form.ts';
import { writeNeed } from '~/server/need/write-need.ts';
import { needText } from '~/text/need.ts';
import { NewNeedPage } from '~/ui/need/need-form.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(needText, 'need.list.new');

export const loader = view({
  can: 'need.write',
  audit: null,
  query: DraftSearch,
  load: ({ actor, query }) => draftNeed(actor, query),
});

export const action = command({
  can: 'need.write',
  audit: null,
  schema: NeedForm,
  run: async ({ actor, input }) => {
    const written = await writeNeed(actor, draftOf(input));
    if (!written.ok) return written;
    return accept({ to: `/my/needs/${written.value}`, flash: { tone: 'success', message: 'need.written' } });
  },
});

export default function NewNeedRoute() {
  return <NewNeedPage {...useLoaderData<typeof loader>()} />;
}
