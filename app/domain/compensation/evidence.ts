import type { ClaimHandling, EvidenceItem } from '~/domain/compensation/claim-handling.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { ProvenCause } from '~/domain/policy/compensation.ts';
import type { LossCause } from '~/domain/policy/compensation-rules.ts';

/** A proof that is there: a record of the platform, or a document that the bank names. */
export type Proof = {
  readonly code: string;
  readonly source: EvidenceItem['source'];
  /** Number of the document or of the record. */
  readonly reference: string;
  readonly on: Day;
};

export type CheckedItem = EvidenceItem & {
  /** The cause that asks for it; null when every claim needs it. */
  readonly cause: LossCause | null;
  readonly proof: Proof | null;
};

/** The checklist of a claim with what is there already (G6): common proofs first, then those of each cause, each once. */
export function checklist(
  causes: readonly LossCause[],
  proofs: readonly Proof[],
  { evidence }: ClaimHandling,
): CheckedItem[] {
  const asked = [
    ...evidence.common.map((item) => ({ ...item, cause: null })),
    ...causes.flatMap((cause) => (evidence.byCause[cause] ?? []).map((item) => ({ ...item, cause }))),
  ];
  const once = asked.filter((item, i) => asked.findIndex((other) => other.code === item.code) === i);
  return once.map((item) => ({ ...item, proof: proofs.find((proof) => proof.code === item.code) ?? null }));
}

export const missingIn = (list: readonly CheckedItem[]): string[] =>
  list.filter((item) => item.proof === null).map((item) => item.code);

/** Causes with the determinations on file: a document named after a determination proves it. */
export const provenCauses = (causes: readonly LossCause[], proofs: readonly Proof[]): ProvenCause[] =>
  causes.map((cause) => ({ cause, determinations: proofs.map((proof) => proof.code) }));

export type Duty = { readonly code: string; readonly proofs: readonly Proof[]; readonly done: boolean };

/** The duty steps of the bank with the proofs that show them done (尽职免责, G18); one proof is enough for a step. */
export const dutiesShown = (handling: ClaimHandling, proofs: readonly Proof[]): Duty[] =>
  handling.duties.map(({ code, proofs: wanted }) => {
    const found = proofs.filter((proof) => wanted.includes(proof.code));
    return { code, proofs: found, done: found.length > 0 };
  });
