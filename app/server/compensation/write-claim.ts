import { randomUUID } from 'node:crypto';
import { type Bearer, byKind } from '~/domain/compensation/bearers.ts';
import type { DetermineRefusal } from '~/domain/compensation/determine.ts';
import { checklist, missingIn, type Proof } from '~/domain/compensation/evidence.ts';
import { type Day, yearOf } from '~/domain/kernel/day.ts';
import { type Fen, zeroFen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { LossCause } from '~/domain/policy/compensation-rules.ts';
import { type InstitutionPerson, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { lossOfClaim } from '~/server/compensation/loss-of-claim.ts';
import { platformProofs } from '~/server/compensation/platform-proofs.ts';
import type { Loss } from '~/server/compensation/read-loss.ts';
import { readHandling } from '~/server/compensation/read-rules.ts';
import { shareOut } from '~/server/compensation/share-out.ts';
import { addClaim, type EnrolmentRow } from '~/server/compensation/store.ts';
import type { NamedDocument } from '~/server/compensation/submit-claim.ts';
import { writeClaimStep } from '~/server/compensation/write-claim-step.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';

const platform = system('compensation.claim');

export type WriteClaimRefusal =
  | { readonly code: 'compensation.evidence-missing'; readonly missing: readonly string[] }
  | Extract<
      DetermineRefusal,
      { code: 'compensation.determination-missing' | 'compensation.share-not-published' }
    >;

export type ClaimToWrite = {
  readonly determinedOn: Day;
  readonly causes: readonly LossCause[];
  readonly documents: readonly NamedDocument[];
  readonly loss: Loss;
  /** Who bears the loss beside the pool and whoever claims. */
  readonly bearers: readonly Bearer[];
  /** The guarantor that claims, and its contract; null when the bank does. */
  readonly under: { readonly guarantorId: string; readonly contractId: string } | null;
};

/** Writes a claim with what the pool owes on it, and lets the pool be shared out. In the caller's transaction, the pool locked. */
export async function writeClaim(
  tx: Tx,
  by: InstitutionPerson,
  enrolment: EnrolmentRow,
  claim: ClaimToWrite,
): Promise<Result<string, WriteClaimRefusal>> {
  const id = randomUUID();
  const { causes, loss, bearers } = claim;
  const documents = claim.documents.map((document): Proof => ({ ...document, source: 'document' }));
  const proofs = [...(await platformProofs(tx, enrolment)), ...documents];
  const missing = missingIn(checklist(causes, proofs, await readHandling(tx, clock.today())));
  if (missing.length > 0) return refuse({ code: 'compensation.evidence-missing', missing });
  const file = { id, causes, proofs, agreed: null, ...loss, ...byKind(bearers) };
  const owed = await lossOfClaim(tx, enrolment, file);
  if (!owed.ok && owed.refusal.code !== 'compensation.share-to-agree') return refuse(owed.refusal);
  // Where the share is still to be agreed nothing is owed yet; the operator's settlement names it.
  const determined = owed.ok ? owed.value : { loss: loss.lossFen, payable: zeroFen, lines: [] };
  const row = rowOf(by, enrolment, claim, { id, proofs, determined });
  await addClaim(tx, row);
  const facts = { payableFen: determined.payable, lossFen: determined.loss, causes: [...causes] };
  const step = { kind: 'claimed', party: 'institution', facts, tell: ['firm'] } as const;
  await writeClaimStep(tx, by, { claim: { id, ...partiesOf(enrolment) }, ...step });
  await shareOut(tx, platform, enrolment.poolId);
  return accept(id);
}

const partiesOf = ({ enterpriseId, institutionId, loanId }: EnrolmentRow) => ({
  enterpriseId,
  institutionId,
  loanId,
});

type Written = {
  readonly id: string;
  readonly proofs: readonly Proof[];
  readonly determined: { readonly loss: Fen; readonly payable: Fen; readonly lines: readonly object[] };
};

const rowOf = (
  by: InstitutionPerson,
  enrolment: EnrolmentRow,
  { determinedOn, causes, loss, bearers, under }: ClaimToWrite,
  { id, proofs, determined }: Written,
): Prisma.CompensationClaimCreateManyInput => ({
  ...partiesOf(enrolment),
  ...{ id, enrolmentId: enrolment.id, poolId: enrolment.poolId, state: 'waiting', ...under },
  determinedOn: dateOfDay(determinedOn),
  enrolledOn: enrolment.enrolledOn,
  claimYear: yearOf(determinedOn),
  mode: enrolment.mode,
  unpaidFen: loss.unpaid,
  recoveredBeforeFen: loss.recovered,
  guarantorFen: byKind(bearers).guarantor,
  insurerFen: byKind(bearers).insurer,
  payers: bearers.map(({ amount, ...bearer }) => ({ ...bearer, amountFen: String(amount) })),
  lossFen: determined.loss,
  causes: [...causes],
  evidence: proofs as unknown as Prisma.InputJsonValue,
  determinedFen: determined.payable,
  payableFen: determined.payable,
  lines: determined.lines as unknown as Prisma.InputJsonValue,
  claimedBy: by.userId,
  claimedAt: clock.now(),
});
