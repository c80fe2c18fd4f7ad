import { z } from 'zod';

export const reportParams = z.object({ id: z.uuid() });

/** The code at the end of a report's address; spaces and case of a typed one do not matter. */
export const reportCode = z
  .string()
  .max(80)
  .transform((text) => text.replace(/\s/g, '').toLowerCase())
  .pipe(z.string().regex(/^[0-9a-f]{32}$/));

export const batchForm = z.object({
  regionCode: z
    .string()
    .regex(/^\d{6}$/, 'form.invalid')
    .optional()
    .transform((code) => code ?? null),
  section: z
    .enum([...'ABCDEFGHIJKLMNOPQRST'] as [string, ...string[]])
    .optional()
    .transform((code) => code ?? null),
  locale: z.enum(['zh-CN', 'en']),
});

export const partParams = z.object({ id: z.uuid(), part: z.coerce.number().int().min(1).max(10_000) });

/** Scheme, host and port that the person asked under: where QR codes lead. */
export const originOf = (request: Request): string => new URL(request.url).origin;

export const mostBundleBytes = 2_000_000;
