import { redirect } from '@remix-run/node';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { command } from '~/server/http/command.ts';
import { endSession } from '~/server/http/session.ts';
import { view } from '~/server/http/view.ts';

/** Signing out is a form; who follows the address by hand is only led home. */
export const loader = view({
  can: 'public',
  audit: null,
  load: async () => {
    throw redirect('/');
  },
});

export const action = command({
  can: 'public',
  audit: null,
  schema: z.object({}),
  run: async ({ request }) =>
    accept({
      to: '/login',
      headers: { 'set-cookie': await endSession(request) },
      flash: { tone: 'success', message: 'access.signed-out' },
    }),
});
