import { coversBear, type GuarantorLoss, guarantorLoss } from '~/domain/compensation/bearers.ts';
import { type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution, system } from '~/server/access/actor.ts';
import { type ClaimedElsewhere, claimedElsewhere } from '~/server/compensation/claimed-elsewhere.ts';
import { guarantorOfClaim } from '~/server/compensation/guarantor-of-claim.ts';
import { type Loss, type LossRefusal, readLoss } from '~/server/compensation/read-loss.ts';
import { type EnrolmentRow, findEnrolments, findLiveClaim } from '~/server/compensation/store.ts';
import { lockPool } from '~/server/compensation/store-pool.ts';
import type { ClaimInput } from '~/server/compensation/submit-claim.ts';
import { type WriteClaimRefusal, writeClaim } from '~/server/compensation/write-claim.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findContract, findCover } from '~/server/guarantee/store.ts';

const platform = system('compensation.claim');

export type GuarantorClaimRefusal =
  | LossRefusal
  | WriteClaimRefusal
  | ClaimedElsewhere
  | { readonly code: 'compensation.not-found' }
  | { readonly code: 'compensation.not-enrolled' }
  | { readonly code: 'compensation.already-claimed' }
  | { readonly code: 'compensation.guarantor-not-paid' };

/**
 * A guarantor claims on what it paid for a borrower (代偿), under its own contract (G4): re-guarantor, national fund, other
 * contracts and the bank bear their parts first, so that the pool never pays more than the guarantor is left with.
 */
export async function submitGuarantorClaim(
  actor: Actor,
  contractId: string,
  input: Pick<ClaimInput, 'determinedOn' | 'causes' | 'documents'>,
): Promise<Result<string, GuarantorClaimRefusal>> {
  const by = asInstitution(actor);
  const contract = await withActor(actor, (tx) => findContract(tx, contractId));
  if (contract?.guarantorId !== by.institutionId) return refuse({ code: 'compensation.not-found' });
  return withActor(platform, async (tx) => {
    const enrolment = await enrolmentOf(tx, contract);
    if (!enrolment) return refuse({ code: 'compensation.not-enrolled' });
    const elsewhere = await claimedElsewhere(tx, enrolment);
    if (elsewhere) return refuse(elsewhere);
    await lockPool(tx, enrolment.poolId);
    if (await findLiveClaim(tx, enrolment.id)) return refuse({ code: 'compensation.already-claimed' });
    const loss = await readLoss(tx, enrolment, input.determinedOn);
    if (!loss.ok) return loss;
    const borne = await borneUnder(tx, contract, loss.value, input.determinedOn);
    if (!borne) return refuse({ code: 'compensation.guarantor-not-paid' });
    const under = { guarantorId: by.institutionId, contractId };
    return writeClaim(tx, by, enrolment, { ...input, loss: loss.value, bearers: borne.others, under });
  });
}

type Contract = { readonly id: string; readonly loanId: string };

/** The enrolment on which this contract's guarantor claims; null where somebody else does. */
export async function enrolmentOf(tx: Tx, contract: Contract): Promise<EnrolmentRow | null> {
  for (const enrolment of await findEnrolments(tx, contract.loanId))
    if ((await guarantorOfClaim(tx, enrolment))?.id === contract.id) return enrolment;
  return null;
}

/** How the loss divides when this contract's guarantor claims; null before it paid anything. */
export async function borneUnder(
  tx: Tx,
  contract: Contract,
  { lossFen }: Pick<Loss, 'lossFen'>,
  determinedOn: ClaimInput['determinedOn'],
): Promise<GuarantorLoss | null> {
  const covers = await findCover(tx, contract.loanId);
  const own = covers.find(({ id }) => id === contract.id);
  if (!own || own.paid === 0n) return null;
  const rest = covers.filter(({ id }) => id !== contract.id);
  return guarantorLoss(lossFen, own, coversBear(lossFen, rest, determinedOn));
}
