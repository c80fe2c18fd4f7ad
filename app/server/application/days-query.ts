import { z } from 'zod';
import { type Day, parseDay } from '~/domain/kernel/day.ts';

const aDay = z
  .string()
  .transform((text): Day | undefined => parseDay(text) ?? undefined)
  .optional();

const aPage = z.coerce.number().int().min(1).max(1_000).optional().catch(undefined);

/** Two days in an address, and the pages of records and of changes; what is no day or page counts as left out. */
export const DaysQuery = z.object({ on: aDay, to: aDay, records: aPage, changes: aPage });
