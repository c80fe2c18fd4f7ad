import { z } from 'zod';

/** The page of a list as it stands in the address. */
export const pageQuery = z.object({ page: z.coerce.number().int().min(0).max(10_000).catch(0) });

export const idParams = z.object({ id: z.uuid() });

/** A percentage typed by a person, 0 to 100 with at most four decimals, as ppm; a wrong one is worded `form.percent`. */
export const percentField = z.string().transform((text, context) => {
  const parts = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(text.trim().replace(/%$/, ''));
  const ppm = parts ? Number(parts[1]) * 10_000 + Number((parts[2] ?? '').padEnd(4, '0')) : -1;
  if (ppm >= 0 && ppm <= 1_000_000) return ppm;
  context.addIssue({ code: 'custom', message: 'form.percent' });
  return z.NEVER;
});

/** A note of a person: not empty, of bounded length. */
export const noteField = z.string().trim().min(1).max(500);
