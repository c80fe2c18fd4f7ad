import { z } from 'zod';
import { profileForm } from '~/server/enterprise/forms.ts';

const { employees, revenue, assets } = profileForm.shape;

const words = z.string('declaration.words-missing').trim().min(4, 'declaration.words-missing').max(1000);

/** What the firm declares of one year; amounts in 万元. */
export const declareForm = z.object({
  intent: z.literal('declare'),
  year: z.coerce.number().int(),
  employees,
  revenue,
  assets,
  orders: revenue,
  agreed: z.literal('yes', 'declaration.not-agreed'),
});

export const withdrawForm = z.object({ intent: z.literal('withdraw'), id: z.uuid() });

export const answerForm = z.object({ intent: z.literal('answer'), id: z.uuid(), answer: words });

export const doubtForm = z.object({
  intent: z.literal('doubt'),
  id: z.uuid(),
  firm: z.uuid(),
  reason: words,
});

export const judgeForm = z.object({
  intent: z.literal('judge'),
  id: z.uuid(),
  firm: z.uuid(),
  verdict: z.enum(['upheld', 'broken']),
  decision: words,
});
