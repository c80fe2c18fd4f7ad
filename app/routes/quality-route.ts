import { z } from 'zod';
import { type Day, parseDay } from '~/domain/kernel/day.ts';
import { endStates, startStates } from '~/domain/loan/migration.ts';
import { dpdBands } from '~/domain/loan/quality.ts';
import { vintageMeasures } from '~/domain/loan/vintage.ts';
import { stringify } from '~/domain/overview/csv.ts';
import { afterField } from '~/routes/after-query.ts';
import { download } from '~/server/http/download.ts';
import { view } from '~/server/http/view.ts';
import { portfolioParts, showPortfolio } from '~/server/overview/portfolio/show-portfolio.ts';
import { bookRows } from '~/text/loan-book-rows.ts';

const blank = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const aDay = blank(
  z
    .string()
    .refine((text) => parseDay(text) !== null)
    .transform((text) => text as Day),
);

/** A part of the portfolio desk as it stands in the address. */
const portfolioQuery = z.object({
  part: z.enum(portfolioParts).catch('summary').default('summary'),
  on: aDay,
  from: aDay,
  start: blank(z.enum(startStates)),
  end: blank(z.enum([...endStates, 'live', 'non-performing', 'any'])),
  band: blank(
    z.coerce
      .number()
      .int()
      .min(0)
      .max(dpdBands.length - 1),
  ),
  over: blank(z.coerce.number().int().min(0).max(10_000)),
  periods: z
    .literal('1')
    .transform(() => true)
    .optional()
    .catch(undefined),
  measure: z.enum(vintageMeasures).catch('overdue-30').default('overdue-30'),
  after: afterField.nullable().catch(null).default(null),
});

type Base = '/bank/quality' | '/operator/quality' | '/regulator/quality';

/** The portfolio desk: a bank's own, or all. */
export const qualityLoader = (base: Base) =>
  view({
    can: 'overview.loan-quality',
    audit: 'overview.loan-quality-read',
    query: portfolioQuery,
    load: async ({ actor, query }) => ({ ...(await showPortfolio(actor, query)), base }),
  });

/** The same as a file. */
export const qualityFile = () =>
  download({
    can: 'overview.loan-quality',
    audit: 'overview.loan-quality-exported',
    query: portfolioQuery,
    file: async ({ actor, query, locale }) => {
      const read = await showPortfolio(actor, { ...query, after: null }, 'all');
      const body = `\ufeff${stringify(bookRows(read, locale))}`;
      return { name: `loan-${read.part}-${read.on}.csv`, type: 'text/csv; charset=utf-8', body };
    },
  });
