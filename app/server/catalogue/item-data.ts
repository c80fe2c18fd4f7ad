import { z } from 'zod';
import { itemModes, sensitivities } from '~/domain/catalogue/item.ts';

const named = z.object({ zh: z.string(), en: z.string() });

/** What the figures of an item mean, as the column `meaning` of the catalogue keeps it. */
export const meaningSchema = z.object({
  className: named,
  lasting: z.boolean(),
  amount: named.extend({ signed: z.boolean().default(false) }).nullable(),
  quantity: named
    .extend({ unit: z.enum(['count', 'person', 'month', 'day', 'head', 'm2', 'm3', 'mu', 'kwh', 'ppm']) })
    .nullable(),
  categories: z.array(named.extend({ code: z.string() })),
});

export type Meaning = z.output<typeof meaningSchema>;

/** The closed words of a catalogue row. */
export const itemWords = z.object({
  subject: z.enum(['enterprise', 'natural-person']),
  mode: z.enum(itemModes),
  sensitivity: z.enum(sensitivities),
  level: z.enum(['province', 'city']),
  period: z.enum(['event', 'monthly', 'quarterly', 'yearly']),
  polarity: z.enum(['positive', 'negative', 'neutral']),
  retentionStart: z.enum(['end', 'determination']).nullable(),
});
