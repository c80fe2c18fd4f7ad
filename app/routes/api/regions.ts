import { z } from 'zod';
import { readRegistration } from '~/server/enterprise/read-registration.ts';
import { view } from '~/server/http/view.ts';
import { regionOption } from '~/ui/enterprise/place-option.ts';

/** `?q=兴庆` → `{ options: [{ value, label }] }`: administrative divisions for a search field. */
export const loader = view({
  can: 'public',
  audit: null,
  query: z.object({ q: z.string().max(40).default('') }),
  load: async ({ query }) => {
    const { regions } = await readRegistration({ region: query.q });
    return { options: regions.map(regionOption) };
  },
});
