import { z } from 'zod';
import type { ApplicationId } from '~/domain/kernel/id.ts';

/** The application that an address of the bank interface names. */
export const applicationParams = z.object({ id: z.uuid().transform((id) => id as ApplicationId) });
