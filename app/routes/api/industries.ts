import { z } from 'zod';
import { readRegistration } from '~/server/enterprise/read-registration.ts';
import { view } from '~/server/http/view.ts';
import { industryOption } from '~/ui/enterprise/place-option.ts';

/** `?q=面包` → `{ options: [{ value, label }] }`: industries of GB/T 4754 for a search field. */
export const loader = view({
  can: 'public',
  audit: null,
  query: z.object({ q: z.string().max(40).default('') }),
  load: async ({ query, locale }) => {
    const { industries } = await readRegistration({ industry: query.q });
    return { options: industries.map((industry) => industryOption(industry, locale)) };
  },
});
