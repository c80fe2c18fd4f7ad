import { z } from 'zod';
import { type Day, parseDay } from '~/domain/kernel/day.ts';
import { stringify } from '~/domain/overview/csv.ts';
import { download } from '~/server/http/download.ts';
import { view } from '~/server/http/view.ts';
import { showQuality } from '~/server/overview/show-quality.ts';
import { qualityRows } from '~/text/loan-quality.ts';

const on = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z
    .string()
    .refine((text) => parseDay(text) !== null)
    .transform((text) => text as Day)
    .optional(),
);

/** The page of the quality of loans: a bank's own, or all. */
export const qualityLoader = (base: string) =>
  view({
    can: 'overview.loan-quality',
    audit: 'overview.loan-quality-read',
    query: z.object({ on }),
    load: async ({ actor, query }) => ({ ...(await showQuality(actor, query.on)), base }),
  });

/** The same as a file. */
export const qualityFile = () =>
  download({
    can: 'overview.loan-quality',
    audit: 'overview.loan-quality-exported',
    query: z.object({ on }),
    file: async ({ actor, query, locale }) => {
      const read = await showQuality(actor, query.on);
      const body = `\ufeff${stringify(qualityRows(read, locale))}`;
      return { name: `loan-quality-${read.on}.csv`, type: 'text/csv; charset=utf-8', body };
    },
  });
