import { z } from 'zod';
import { type Day, parseDay } from '~/domain/kernel/day.ts';

const aDay = z
  .string()
  .transform((text): Day | undefined => parseDay(text) ?? undefined)
  .optional();

/** Two days in an address; what is no day counts as left out. */
export const DaysQuery = z.object({ on: aDay, to: aDay });
