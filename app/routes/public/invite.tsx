import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { passwordLength } from '~/domain/institution/password.ts';
import { accept } from '~/domain/kernel/result.ts';
import { acceptInvitation } from '~/server/access/accept-invitation.ts';
import { joinForm } from '~/server/access/forms.ts';
import { homeOf } from '~/server/access/policy.ts';
import { showInvitation } from '~/server/access/show-invitation.ts';
import { command } from '~/server/http/command.ts';
import { startSession } from '~/server/http/session.ts';
import { view } from '~/server/http/view.ts';
import { accessText } from '~/text/access.ts';
import { InvitePage } from '~/ui/access/invite-page.tsx';
import { replyTo } from '~/ui/form-reply.ts';
import { pageTitle } from '~/ui/page-title.ts';

const params = z.object({ token: z.string().min(20).max(64) });

export const meta = pageTitle(accessText, 'access.invite.title');

export const loader = view({
  can: 'public',
  audit: null,
  params,
  headers: { 'referrer-policy': 'no-referrer' },
  load: async ({ params, locale }) => {
    const shown = await showInvitation(params.token, locale);
    return shown.ok ? accept({ ...shown.value, leastPassword: passwordLength.least }) : shown;
  },
});

export const action = command({
  can: 'public',
  audit: null,
  params,
  schema: joinForm,
  secret: ['password'],
  run: async ({ params, input, locale, address, request }) => {
    const joined = await acceptInvitation({ ...input, token: params.token, locale }, address);
    if (!joined.ok) return joined;
    const { userId, role, name } = joined.value;
    const headers = { 'set-cookie': await startSession(request, userId) };
    return accept({
      to: homeOf(role),
      headers,
      flash: { tone: 'success', message: 'access.welcome', args: [name] },
    });
  },
});

export default function Invite() {
  return <InvitePage {...useLoaderData<typeof loader>()} reply={replyTo(useActionData())} />;
}
