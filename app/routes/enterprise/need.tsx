import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { NeedId } from '~/domain/kernel/id.ts';
import { accept } from '~/domain/kernel/result.ts';
import { closeNeed } from '~/server/application/close-need.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { showMatch } from '~/server/match/show-match.ts';
import { matchText } from '~/text/match.ts';
import { MatchPage } from '~/ui/match/match-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

const params = z.object({ id: z.uuid() });

export const meta = pageTitle(matchText, 'match.title');

export const loader = view({
  can: 'match.read-own',
  audit: null,
  params,
  query: z.object({
    show: z.enum(['offers', 'examples']).catch('offers').default('offers'),
    all: z.enum(['yes', 'no']).catch('no').default('no'),
  }),
  load: ({ actor, params, query }) => showMatch(actor, params.id as NeedId, query.show, query.all === 'yes'),
});

export const action = commands({
  close: command({
    can: 'need.write',
    audit: null,
    params,
    schema: z.object({}),
    run: async ({ actor, params }) => {
      const closed = await closeNeed(actor, params.id as NeedId);
      if (!closed.ok) return closed;
      return accept({ to: '/my/needs', flash: { tone: 'success', message: 'need.closed' } });
    },
  }),
});

export default function NeedRoute() {
  return <MatchPage match={useLoaderData<typeof loader>()} />;
}
