import { randomUUID } from 'node:crypto';
import { type DetermineRefusal, eligibleLoss } from '~/domain/compensation/determine.ts';
import { checklist, missingIn, type Proof } from '~/domain/compensation/evidence.ts';
import { type Day, yearOf } from '~/domain/kernel/day.ts';
import { type Fen, leastFen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { isNonPerforming, type Tier } from '~/domain/loan/five-tier.ts';
import { type LoanReplay, replayLoan } from '~/domain/loan/replay.ts';
import type { LossCause } from '~/domain/policy/compensation-rules.ts';
import { type Actor, asInstitution, type InstitutionPerson, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { lossOfClaim } from '~/server/compensation/loss-of-claim.ts';
import { platformProofs } from '~/server/compensation/platform-proofs.ts';
import { readHandling } from '~/server/compensation/read-rules.ts';
import { shareOut } from '~/server/compensation/share-out.ts';
import { addClaim, type EnrolmentRow, findEnrolment, findLiveClaim } from '~/server/compensation/store.ts';
import { lockPool } from '~/server/compensation/store-pool.ts';
import { writeClaimStep } from '~/server/compensation/write-claim-step.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readStanding } from '~/server/loan/read-standing.ts';
import { findLoan } from '~/server/loan/store.ts';
import { findLatestClass } from '~/server/loan/store-class.ts';

/** The queue and the pool belong to all banks: the platform works on them, and whoever acts is named in the log. */
const platform = system('compensation.claim');

/** A document of the bank that proves one item of the checklist. */
export type NamedDocument = { readonly code: string; readonly reference: string; readonly on: Day };

export type ClaimInput = {
  readonly determinedOn: Day;
  readonly causes: readonly LossCause[];
  readonly guarantor: Fen;
  readonly insurer: Fen;
  readonly documents: readonly NamedDocument[];
};

export type SubmitClaimRefusal =
  | { readonly code: 'compensation.not-found' }
  | { readonly code: 'compensation.already-claimed' }
  | { readonly code: 'compensation.not-lost'; readonly tier: Tier }
  | { readonly code: 'compensation.nothing-lost' }
  | {
      readonly code: 'compensation.determined-outside';
      readonly from: Day;
      readonly to: Day;
      readonly field: 'determinedOn';
    }
  | { readonly code: 'compensation.others-above-loss'; readonly lossFen: Fen; readonly field: 'guarantor' }
  | { readonly code: 'compensation.evidence-missing'; readonly missing: readonly string[] }
  | Extract<
      DetermineRefusal,
      { code: 'compensation.determination-missing' | 'compensation.share-not-published' }
    >;

/**
 * The bank claims on a loan that is enrolled and lost (G6, G7): what is missing is said at once; what the pool owes is
 * worked out and reserved in the same transaction, in serial order with every other claim, or the claim waits its turn.
 */
export async function submitClaim(
  actor: Actor,
  enrolmentId: string,
  input: ClaimInput,
): Promise<Result<string, SubmitClaimRefusal>> {
  const bank = asInstitution(actor);
  const enrolment = await withActor(actor, (tx) => findEnrolment(tx, enrolmentId));
  if (!enrolment || enrolment.institutionId !== bank.institutionId)
    return refuse({ code: 'compensation.not-found' });
  return withActor(platform, async (tx) => {
    await lockPool(tx, enrolment.poolId);
    if (await findLiveClaim(tx, enrolmentId)) return refuse({ code: 'compensation.already-claimed' });
    const loss = await readLoss(tx, enrolment, input);
    if (!loss.ok) return loss;
    return writeClaim(tx, bank, enrolment, input, loss.value);
  });
}

type Loss = { readonly unpaid: Fen; readonly recovered: Fen };

async function readLoss(
  tx: Tx,
  enrolment: EnrolmentRow,
  { determinedOn, guarantor, insurer }: ClaimInput,
): Promise<Result<Loss, SubmitClaimRefusal>> {
  const loan = await findLoan(tx, enrolment.loanId);
  if (!loan) throw new Error(`no loan ${enrolment.loanId}`);
  const [from, to] = [dayOfDate(loan.disbursedOn), clock.today()];
  if (determinedOn < from || determinedOn > to)
    return refuse({ code: 'compensation.determined-outside', from, to, field: 'determinedOn' });
  const tier = ((await findLatestClass(tx, loan.id))?.tier ?? 'normal') as Tier;
  if (loan.state !== 'written-off' && !isNonPerforming(tier))
    return refuse({ code: 'compensation.not-lost', tier });
  const { contract, events } = await readStanding(tx, loan);
  const unpaid = owedOn(replayLoan(contract, events, determinedOn));
  const recovered = minus(unpaid, leastFen(unpaid, owedOn(replayLoan(contract, events, to))));
  const lossFen = eligibleLoss(unpaid, recovered);
  if (lossFen === zeroFen) return refuse({ code: 'compensation.nothing-lost' });
  if (guarantor + insurer > lossFen)
    return refuse({ code: 'compensation.others-above-loss', lossFen, field: 'guarantor' });
  return accept({ unpaid, recovered });
}

/** Principal that is owed, on the books or written off. */
const owedOn = ({ outstanding, writtenOff }: LoanReplay): Fen => plus(outstanding, writtenOff);

async function writeClaim(
  tx: Tx,
  bank: InstitutionPerson,
  enrolment: EnrolmentRow,
  input: ClaimInput,
  loss: Loss,
): Promise<Result<string, SubmitClaimRefusal>> {
  const id = randomUUID();
  const { causes, guarantor, insurer } = input;
  const documents = input.documents.map((document): Proof => ({ ...document, source: 'document' }));
  const proofs = [...(await platformProofs(tx, enrolment)), ...documents];
  const missing = missingIn(checklist(causes, proofs, await readHandling(tx, clock.today())));
  if (missing.length > 0) return refuse({ code: 'compensation.evidence-missing', missing });
  const file = { id, causes, proofs, agreed: null, guarantor, insurer, ...loss };
  const owed = await lossOfClaim(tx, enrolment, file);
  if (!owed.ok && owed.refusal.code !== 'compensation.share-to-agree') return refuse(owed.refusal);
  // Where the share is still to be agreed nothing is owed yet; the operator's settlement names it.
  const determined = owed.ok
    ? owed.value
    : { loss: eligibleLoss(loss.unpaid, loss.recovered), payable: zeroFen, lines: [] };
  const row = rowOf(bank, enrolment, input, { id, proofs, loss, determined });
  await addClaim(tx, row);
  const claim = { id, ...partiesOf(enrolment) };
  const facts = { payableFen: determined.payable, lossFen: determined.loss, causes: [...causes] };
  await writeClaimStep(tx, bank, { claim, kind: 'claimed', party: 'institution', facts, tell: ['firm'] });
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
  readonly loss: Loss;
  readonly determined: { readonly loss: Fen; readonly payable: Fen; readonly lines: readonly object[] };
};

const rowOf = (
  bank: InstitutionPerson,
  enrolment: EnrolmentRow,
  { determinedOn, causes, guarantor, insurer }: ClaimInput,
  { id, proofs, loss, determined }: Written,
): Prisma.CompensationClaimCreateManyInput => ({
  ...partiesOf(enrolment),
  id,
  enrolmentId: enrolment.id,
  poolId: enrolment.poolId,
  state: 'waiting',
  determinedOn: dateOfDay(determinedOn),
  enrolledOn: enrolment.enrolledOn,
  claimYear: yearOf(determinedOn),
  mode: enrolment.mode,
  unpaidFen: loss.unpaid,
  recoveredBeforeFen: loss.recovered,
  guarantorFen: guarantor,
  insurerFen: insurer,
  lossFen: determined.loss,
  causes: [...causes],
  evidence: proofs as unknown as Prisma.InputJsonValue,
  payableFen: determined.payable,
  lines: determined.lines as unknown as Prisma.InputJsonValue,
  claimedBy: bank.userId,
  claimedAt: clock.now(),
});
