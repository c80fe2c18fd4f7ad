import { z } from 'zod';
import { lossCauses } from '~/domain/policy/compensation-rules.ts';

/** How a proof comes: the platform has it in its own records, or the bank names a document. */
const evidenceItem = z.object({
  code: z.string(),
  source: z.enum(['platform', 'document']),
});

/** How claims on a pool are handled: policy data of the kind `claim-handling`. */
export const claimHandling = z.object({
  /** Days after which money that was reserved and not paid goes back to the others. */
  holdDays: z.number().int().positive(),
  /** Proofs that every claim needs, and those that a cause needs besides. */
  evidence: z.object({
    common: z.array(evidenceItem),
    byCause: z.partialRecord(z.enum(lossCauses), z.array(evidenceItem)),
  }),
  /** Duties of the bank (尽职) in order, each with the proofs that show it was done. */
  duties: z.array(z.object({ code: z.string(), proofs: z.array(z.string()) })),
});
export type ClaimHandling = z.infer<typeof claimHandling>;
export type EvidenceItem = z.infer<typeof evidenceItem>;
