import { z } from 'zod';
import { parseDay } from '~/domain/kernel/day.ts';
import { parseYuan } from '~/domain/kernel/money.ts';

/** Tab and page of a desk of objections and repairs as they stand in the address. */
export const casesQuery = z.object({
  state: z.enum(['pending', 'ended']).catch('pending'),
  page: z.coerce.number().int().min(0).max(10_000).catch(0),
});

export const caseParams = z.object({ id: z.uuid() });

/** What a person writes into a case. */
export const caseText = z.string().trim().min(2).max(2000);

/** A date that may be left out. */
export const maybeDay = z
  .string()
  .optional()
  .transform((text, context) => {
    if (!text) return undefined;
    const read = parseDay(text);
    if (read) return read;
    context.addIssue({ code: 'custom', message: 'form.day' });
    return z.NEVER;
  });

/** An amount in yuan that may be left out, as fen. */
export const maybeYuan = z
  .string()
  .optional()
  .transform((text, context) => {
    if (!text) return undefined;
    const read = parseYuan(text);
    if (read !== null && read >= 0n) return read as bigint;
    context.addIssue({ code: 'custom', message: 'form.amount' });
    return z.NEVER;
  });

/** A provider's answer, or the platform's where the error was its own. */
export const answerSchema = z
  .object({
    verdict: z.enum(['upheld', 'partly', 'refused']),
    change: z.enum(['none', 'correct', 'revoke']),
    answer: caseText,
    evidence: z.string().trim().min(2).max(300),
    occurredOn: maybeDay,
    endedOn: maybeDay,
    amount: maybeYuan,
    category: z.string().max(40).optional(),
  })
  .transform(({ verdict, change, answer, evidence, occurredOn, endedOn, amount, category }) => ({
    verdict,
    change,
    answer,
    evidence,
    content: {
      ...(occurredOn && { occurredOn }),
      ...(endedOn && { endedOn }),
      ...(amount !== undefined && { amountFen: amount }),
      ...(category && { category }),
    },
  }));
