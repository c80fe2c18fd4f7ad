import { z } from 'zod';
import type { Day } from '~/domain/kernel/day.ts';
import { readSignal } from '~/domain/monitoring/library/editor.ts';
import type { Entries } from '~/domain/policy/editor/value.ts';
import { dayField } from '~/server/http/fields.ts';

const text = (most: number) => z.string('form.required').trim().min(2, 'form.required').max(most);

const linesField = z
  .string()
  .optional()
  .transform((typed) => (typed ?? '').split('\n').flatMap((line) => line.trim() || []));

/** Everything that a person may write into a draft of a signal. */
export type SignalForm = {
  readonly note: string;
  readonly legalBasis: string;
  readonly legalBasisEn: string;
  readonly validFrom: Day;
  readonly unverified: readonly string[];
  /** The kind of the rule that the form was made for; empty where it has none. */
  readonly kind: string;
  readonly body: object;
  readonly examples: readonly object[];
};

/** The editor of a signal: every threshold in a field of its own; what is wrong is said at the field. */
export const signalForm: z.ZodType<SignalForm> = z
  .object({
    note: text(500),
    legalBasis: text(300),
    legalBasisEn: text(500),
    validFrom: dayField,
    unverified: linesField,
  })
  .loose()
  .transform((typed, context): SignalForm => {
    const entries = typed as unknown as Entries;
    const { note, legalBasis, legalBasisEn, validFrom, unverified } = typed;
    const { body, examples, problems } = readSignal(entries);
    for (const { name, code = 'custom', ...problem } of problems)
      context.addIssue({ ...problem, code, path: [name], input: undefined } as never);
    return {
      note,
      legalBasis,
      legalBasisEn,
      validFrom,
      unverified,
      kind: String(entries['body/rule/kind'] ?? ''),
      body,
      examples,
    };
  });

/** A back-test: over which days, and for how long what follows counts for an alert. */
export const backtestForm = z.object({
  from: dayField,
  to: dayField,
  graceMonths: z.coerce.number().int().min(1).max(24),
});

/** Publishing a signal: where no loan was ever watched the person states that there is no history. */
export const publishForm = z.object({
  noHistory: z
    .string()
    .optional()
    .transform((ticked) => ticked !== undefined && ticked !== ''),
});
