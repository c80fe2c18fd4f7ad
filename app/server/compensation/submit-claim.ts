import { coversBear, sumOf, withStated } from '~/domain/compensation/bearers.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { type Result, refuse } from '~/domain/kernel/result.ts';
import type { LossCause } from '~/domain/policy/compensation-rules.ts';
import { type Actor, asInstitution, system } from '~/server/access/actor.ts';
import { type ClaimedElsewhere, claimedElsewhere } from '~/server/compensation/claimed-elsewhere.ts';
import { guarantorOfClaim } from '~/server/compensation/guarantor-of-claim.ts';
import { type LossRefusal, readLoss } from '~/server/compensation/read-loss.ts';
import { findEnrolment, findLiveClaim } from '~/server/compensation/store.ts';
import { lockPool } from '~/server/compensation/store-pool.ts';
import { type WriteClaimRefusal, writeClaim } from '~/server/compensation/write-claim.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findCover } from '~/server/guarantee/store.ts';

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
  | LossRefusal
  | { readonly code: 'compensation.not-found' }
  | { readonly code: 'compensation.already-claimed' }
  | ClaimedElsewhere
  | { readonly code: 'compensation.guarantor-claims' }
  | { readonly code: 'compensation.others-above-loss'; readonly lossFen: Fen; readonly field: 'guarantor' }
  | WriteClaimRefusal;

/**
 * The bank claims on a loan that is enrolled and lost (G6, G7): what is missing is said at once; what the pool owes is
 * worked out and reserved in the same transaction, in serial order with every other claim, or the claim waits its turn.
 * Guarantors and insurers with a contract on the platform bear what it says, whatever the bank states.
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
    const elsewhere = await claimedElsewhere(tx, enrolment);
    if (elsewhere) return refuse(elsewhere);
    await lockPool(tx, enrolment.poolId);
    if (await findLiveClaim(tx, enrolmentId)) return refuse({ code: 'compensation.already-claimed' });
    if (await guarantorOfClaim(tx, enrolment)) return refuse({ code: 'compensation.guarantor-claims' });
    const loss = await readLoss(tx, enrolment, input.determinedOn);
    if (!loss.ok) return loss;
    const { lossFen } = loss.value;
    const covers = coversBear(lossFen, await findCover(tx, enrolment.loanId), input.determinedOn);
    const bearers = withStated(covers, input);
    if (sumOf(bearers) > lossFen)
      return refuse({ code: 'compensation.others-above-loss', lossFen, field: 'guarantor' });
    return writeClaim(tx, bank, enrolment, { ...input, loss: loss.value, bearers, under: null });
  });
}
