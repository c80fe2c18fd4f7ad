import { z } from 'zod';

/** What an alert rests on, as it was when it was raised: the figures of its sentence and the records behind them. */
const schema = z.object({
  /** Figures that the signal's sentence quotes: counts, fen as text, days. */
  figures: z.record(z.string(), z.union([z.string(), z.number()])),
  records: z.array(
    z.object({
      factId: z.string(),
      item: z.string(),
      itemZh: z.string(),
      itemEn: z.string(),
      providerZh: z.string(),
      providerEn: z.string(),
      occurredOn: z.string().nullable(),
      amountFen: z.string().nullable(),
      quantity: z.number().nullable(),
      category: z.string().nullable(),
      knownAt: z.string(),
    }),
  ),
});

export type Evidence = z.output<typeof schema>;

/** Stored evidence, parsed; anything else in the column is a fault of ours. */
export const readEvidence = (stored: unknown): Evidence => schema.parse(stored);
