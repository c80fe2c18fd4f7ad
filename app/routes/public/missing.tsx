import { notFound } from '~/server/http/authorise.ts';
import { view } from '~/server/http/view.ts';

/** Every address that no route knows. */
export const loader = view({
  can: 'public',
  audit: null,
  load: async () => {
    throw notFound();
  },
});

export default () => null;
