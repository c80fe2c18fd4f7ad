import { z } from 'zod';

/** The posted need that an address of the bank interface names. */
export const needParams = z.object({ id: z.uuid() });
