import { z } from 'zod';

/** The case that an address of the bank interface names. */
export const caseParams = z.object({ id: z.uuid() });
