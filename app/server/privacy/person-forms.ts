import { z } from 'zod';
import { fen, parseYuan } from '~/domain/kernel/money.ts';
import { percent, ppm } from '~/domain/kernel/rate.ts';
import { identityDocuments } from '~/domain/privacy/identity-check.ts';
import type { AskedQuestion } from '~/domain/privacy/question.ts';
import { personPurposes, relations } from '~/domain/privacy/relation.ts';

const share = z
  .string()
  .trim()
  .optional()
  .transform((typed, context) => {
    if (!typed) return null;
    if (/^\d{1,3}(\.\d{1,2})?$/.test(typed) && percent(typed) <= ppm(1_000_000)) return percent(typed);
    context.addIssue('privacy.share-unreadable');
    return z.NEVER;
  });

const name = z.string('privacy.name-missing').trim().min(2, 'privacy.name-missing').max(40);

/** The firm names a person. */
export const personForm = z.object({
  name,
  relation: z.enum(relations),
  share,
  institution: z.uuid('consent.choose-recipient'),
  purpose: z.enum(personPurposes).default('pre-loan'),
});

/** The person signs. */
export const signatureForm = z.object({
  name,
  idNumber: z.string('privacy.id-unreadable').max(40),
  items: z.array(z.string().max(60)).min(1, 'consent.no-items').max(50),
  validMonths: z.coerce.number().int().min(1).max(12),
  agree: z.literal('yes', 'consent.agree-first'),
});

export const proofForm = z.object({ idNumber: z.string('privacy.id-unreadable').max(40) });

/** What a bank asks of an item. */
export const questionShape = {
  item: z.string().min(1).max(60),
  kind: z.enum(['any', 'open', 'at-least', 'band']),
  amount: z.string().trim().optional(),
};

type Asked = { readonly kind: AskedQuestion['kind']; readonly amount?: string | undefined };

/** An amount belongs to the third kind of question alone. */
export function questionOf<T extends Asked>({ kind, amount, ...rest }: T, context: z.RefinementCtx) {
  if (kind !== 'at-least') return { ...rest, question: { kind } as AskedQuestion };
  const read = amount ? parseYuan(amount) : null;
  if (read !== null && read > 0n) return { ...rest, question: { kind, amount: fen(read) } as AskedQuestion };
  context.addIssue({ code: 'custom', path: ['amount'], message: 'privacy.amount-missing' });
  return z.NEVER;
}

/** A bank asks about a person. */
export const questionForm = z
  .object({ firm: z.uuid(), person: z.uuid(), ...questionShape })
  .transform(questionOf);

const said = z
  .string('privacy.text-missing')
  .trim()
  .min(5, 'privacy.text-missing')
  .max(1_000, 'privacy.text-long');

/** Somebody shows at the platform's desk who they are. */
export const identityForm = z.object({
  idNumber: z.string('privacy.id-unreadable').max(40),
  document: z.enum(identityDocuments, 'privacy.document-missing'),
  reason: said,
});

/** A second person at the desk decides; to confirm takes the number as well. */
export const identityVerdictForm = z.object({
  identity: z.uuid(),
  decision: z.enum(['confirmed', 'refused'], 'privacy.verdict-missing'),
  idNumber: z.string().max(40).default(''),
  note: said,
});

/** A person objects to a record of their open report. */
export const personObjectionForm = z.object({
  report: z.uuid(),
  record: z.uuid(),
  body: said,
});

/** The platform answers a person's objection. */
export const personAnswerForm = z.object({
  objection: z.uuid(),
  verdict: z.enum(['upheld', 'refused'], 'privacy.verdict-missing'),
  answer: said,
});
