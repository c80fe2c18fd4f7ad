import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { Actor } from '~/server/access/actor.ts';
import { DaysQuery } from '~/server/application/days-query.ts';
import { listForReplay } from '~/server/application/list-for-replay.ts';
import { replayApplication } from '~/server/application/replay-application.ts';
import { view } from '~/server/http/view.ts';
import { replaySealed } from '~/server/repair/replay-sealed.ts';
import { rightsText } from '~/text/rights.ts';
import { DecisionReplay } from '~/ui/application/decision-replay.tsx';
import { pageTitle } from '~/ui/page-title.ts';
import { SealedPage } from '~/ui/repair/sealed-page.tsx';

export const meta = pageTitle(rightsText, 'rights.audit.title');

const Query = DaysQuery.extend({
  code: z.string().trim().max(18).optional(),
  reason: z.string().trim().max(200).optional(),
  application: z.uuid().optional().catch(undefined),
});

export const loader = view({
  can: 'repair.replay-sealed',
  audit: null,
  query: Query,
  load: async ({ actor, query }) => {
    const { code = '', reason = '' } = query;
    const asked = { code, reason };
    if (!code || !reason) return { ...asked, found: null, decisions: null };
    const found = await replaySealed(actor, asked);
    if (!found.ok) return { ...asked, found: 'none' as const, decisions: null };
    return { ...asked, found: found.value, decisions: await decisionsOf(actor, { ...query, ...asked }) };
  },
});

/** The firm's applications, and the one that is replayed. */
async function decisionsOf(actor: Actor, asked: z.output<typeof Query> & { code: string; reason: string }) {
  const listed = await listForReplay(actor, asked.code);
  const rows = listed.ok ? listed.value : [];
  const id = rows.find((row) => row.id === asked.application)?.id;
  const replayed = id ? await replayApplication(actor, { ...asked, id }) : null;
  return { rows, id: id ?? null, shown: replayed?.ok ? replayed.value : null };
}

export default function SealedRoute() {
  const { decisions, ...page } = useLoaderData<typeof loader>();
  return (
    <SealedPage {...page}>
      {decisions ? <DecisionReplay {...decisions} code={page.code} reason={page.reason} /> : null}
    </SealedPage>
  );
}
