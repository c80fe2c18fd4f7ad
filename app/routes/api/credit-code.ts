import { z } from 'zod';
import { readRegistration } from '~/server/enterprise/read-registration.ts';
import { view } from '~/server/http/view.ts';

/** `?code=…` → what a unified social credit code says by itself; nothing about who is registered. */
export const loader = view({
  can: 'public',
  audit: null,
  query: z.object({ code: z.string().max(60).default('') }),
  load: async ({ query }) => ({ code: (await readRegistration({ uscc: query.code })).code }),
});
