import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { command } from '~/server/http/command.ts';
import { keepLocale } from '~/server/http/locale.ts';
import { locales } from '~/text/define.ts';

/** Keeps the language choice and returns to the page it was made on. */
export const action = command({
  can: 'public',
  audit: null,
  schema: z.object({
    lang: z.enum(locales),
    next: z
      .string()
      .regex(/^\/(?!\/)/)
      .default('/'),
  }),
  run: async ({ input }) =>
    accept({ to: input.next, headers: { 'set-cookie': await keepLocale(input.lang) } }),
});
