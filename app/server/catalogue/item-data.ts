import { z } from 'zod';
import { ceilings } from '~/domain/catalogue/ceiling.ts';
import { dataElements } from '~/domain/catalogue/data-element.ts';
import { itemModes, levels, sensitivities } from '~/domain/catalogue/item.ts';

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
  bands: z
    .object({
      of: z.enum(['amount', 'quantity']),
      edges: z
        .array(z.string().regex(/^\d{1,15}$/))
        .min(1)
        .max(10),
    })
    .nullable()
    .default(null),
  answers: z.array(z.enum(dataElements)).default([]),
});

export type Meaning = z.output<typeof meaningSchema>;

/** The closed words of a catalogue row. */
export const itemWords = z.object({
  subject: z.enum(['enterprise', 'natural-person']),
  mode: z.enum(itemModes),
  sensitivity: z.enum(sensitivities),
  ceiling: z.enum(ceilings),
  level: z.enum(levels),
  period: z.enum(['event', 'monthly', 'quarterly', 'yearly']),
  polarity: z.enum(['positive', 'negative', 'neutral']),
  retentionStart: z.enum(['end', 'determination']).nullable(),
});

/** Everything that a version of an item says, as a draft keeps it. */
export const contentSchema = itemWords.extend(meaningSchema.shape).extend({
  code: z.string(),
  classCode: z.string(),
  name: named,
  freshDays: z.number().int(),
  retentionYears: z.number().int().nullable(),
});
