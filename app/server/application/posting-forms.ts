import { z } from 'zod';
import type { OfferTerms } from '~/domain/application/proposal.ts';
import { ApproveForm } from '~/server/application/bank-forms.ts';

export const PostForm = z.object({
  named: z.literal('yes').optional(),
  agreed: z.literal('yes', 'need.not-agreed'),
});

/** A bank's answer with terms. */
export const AnswerForm = ApproveForm.extend({ product: z.uuid('need.no-product') });

/** The reply that the form describes. */
export const replyOf = ({ product, conditions, ...terms }: z.output<typeof AnswerForm>) => ({
  productId: product,
  terms: { ...terms, conditions: conditions || null } satisfies OfferTerms,
});
