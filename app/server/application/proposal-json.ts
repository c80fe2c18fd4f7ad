import { z } from 'zod';
import { declineReasonCodes } from '~/domain/application/decline-reason.ts';
import type { OfferTerms, Proposal } from '~/domain/application/proposal.ts';
import { type Day, day } from '~/domain/kernel/day.ts';
import { canonicalJson, sha256 } from '~/domain/kernel/hash.ts';
import { fen } from '~/domain/kernel/money.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import { dayCounts } from '~/domain/policy/day-count.ts';
import { repaymentMethods } from '~/domain/product/schedule.ts';

const amount = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform((digits) => fen(BigInt(digits)));

const termsSchema = z.object({
  amount,
  termMonths: z.number().int(),
  rate: z.number().int().transform(ppm),
  dayCount: z.enum(dayCounts),
  method: z.enum(repaymentMethods),
  fee: amount,
  guaranteeFee: amount,
  conditions: z.string().nullable(),
  validUntil: z.string().transform((text): Day => day(text)),
});

const schema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('approve'), terms: termsSchema }),
  z.object({ outcome: z.literal('decline'), reasons: z.array(z.enum(declineReasonCodes)) }),
]);

/** Terms as JSON keeps them: fen as digits. */
export const termsToJson = (terms: OfferTerms) => ({
  ...terms,
  amount: String(terms.amount),
  fee: String(terms.fee),
  guaranteeFee: String(terms.guaranteeFee),
});

/** Terms from their JSON column; anything else there is a fault. */
export const termsFromJson = (value: unknown): OfferTerms => termsSchema.parse(value);

export type TermsJson = ReturnType<typeof termsToJson>;
export type ProposalJson =
  | { readonly outcome: 'approve'; readonly terms: TermsJson }
  | Extract<Proposal, { outcome: 'decline' }>;

/** A proposal for its JSON column. */
export const proposalToJson = (proposal: Proposal): ProposalJson =>
  proposal.outcome === 'approve' ? { outcome: 'approve', terms: termsToJson(proposal.terms) } : proposal;

/** What a second person names to confirm: SHA-256 of the proposal that was read, so that nobody signs another. */
export const proposalHash = (proposal: Proposal): string => sha256(canonicalJson(proposalToJson(proposal)));

/** A proposal from its JSON column; anything else there is a fault. */
export const proposalFromJson = (value: unknown): Proposal | null =>
  value === null ? null : schema.parse(value);
