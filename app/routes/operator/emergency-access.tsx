import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { reachOf } from '~/server/access/policy.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { decideGlass } from '~/server/privacy/decide-glass.ts';
import { showGlass } from '~/server/privacy/list-glass.ts';
import { reviewForm } from '~/server/privacy/register-forms.ts';
import { reviewGlass } from '~/server/privacy/review-glass.ts';
import { privacyDeskText } from '~/text/privacy-desk.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { GlassPage } from '~/ui/privacy/glass-page.tsx';

const params = z.object({ id: z.uuid() });

export const meta = pageTitle(privacyDeskText, 'glass.title');

export const loader = view({
  can: 'privacy.glass-list',
  audit: null,
  params,
  load: async ({ actor, params: { id } }) => {
    const shown = await showGlass(actor, id);
    if (!shown.ok) return shown;
    const { involved, ...glass } = shown.value;
    const mayDecide =
      glass.state === 'waiting' && !involved && reachOf(actor, 'privacy.glass-decide') !== null;
    const mayReview =
      glass.state === 'to-review' && !involved && reachOf(actor, 'privacy.glass-review') !== null;
    return accept({ ...glass, mayDecide, mayReview });
  },
});

export const action = commands({
  decide: command({
    can: 'privacy.glass-decide',
    audit: null,
    params,
    schema: z.object({ decision: z.enum(['granted', 'refused']) }),
    run: async ({ actor, params: { id }, input }) => {
      const decided = await decideGlass(actor, id, input.decision);
      const flash = { tone: 'success', message: 'privacy.glass-decided' } as const;
      return decided.ok ? accept({ to: `/operator/emergency/${id}`, flash }) : decided;
    },
  }),
  review: command({
    can: 'privacy.glass-review',
    audit: null,
    params,
    schema: reviewForm,
    run: async ({ actor, params: { id }, input }) => {
      const reviewed = await reviewGlass(actor, id, input);
      const flash = { tone: 'success', message: 'privacy.glass-reviewed' } as const;
      return reviewed.ok ? accept({ to: `/operator/emergency/${id}`, flash }) : reviewed;
    },
  }),
});

export default function EmergencyAccess() {
  return <GlassPage glass={useLoaderData<typeof loader>()} />;
}
