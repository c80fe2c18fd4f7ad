import { z } from 'zod';
import { afterPattern, readAfter } from '~/server/db/keyset.ts';

/** Where a page of a list begins, as its address says: behind a row with so large a key. */
export const afterField = z.string().regex(afterPattern).transform(readAfter);
