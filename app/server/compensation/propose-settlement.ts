import { owedAfter } from '~/domain/compensation/came-back.ts';
import { type ClaimRefusal, type ClaimState, nextState } from '~/domain/compensation/claim.ts';
import { type Determined, type DetermineRefusal, eligibleLoss } from '~/domain/compensation/determine.ts';
import { checklist, missingIn, type Proof } from '~/domain/compensation/evidence.ts';
import { type Fen, fen, zeroFen } from '~/domain/kernel/money.ts';
import { type Ppm, ppm } from '~/domain/kernel/rate.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { LossCause } from '~/domain/policy/compensation-rules.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { followLoss } from '~/server/compensation/follow-loss.ts';
import { borneOf, cameBackIn } from '~/server/compensation/loss-bearers.ts';
import { lossOfClaim } from '~/server/compensation/loss-of-claim.ts';
import { linesWith } from '~/server/compensation/note-recovery.ts';
import { openClaim } from '~/server/compensation/open-claim.ts';
import { readHandling } from '~/server/compensation/read-rules.ts';
import { shareOut } from '~/server/compensation/share-out.ts';
import { giveBackBeyond } from '~/server/compensation/shrink-hold.ts';
import {
  type ClaimRow,
  changeClaim,
  type EnrolmentRow,
  findEnrolment,
  findRecoveries,
} from '~/server/compensation/store.ts';
import { writeClaimStep } from '~/server/compensation/write-claim-step.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';

export type Finding = {
  /** The causes that the investigation proved. */
  readonly causes: readonly LossCause[];
  /** Where the scheme leaves the share open. */
  readonly agreed: Ppm | null;
  /** What guarantor and insurer bear, where it is no longer what the bank said; null leaves that. */
  readonly others: { readonly guarantor: Fen; readonly insurer: Fen } | null;
  readonly note: string;
};

export type ProposeRefusal =
  | ClaimRefusal
  | DetermineRefusal
  | { readonly code: 'compensation.not-found' }
  | { readonly code: 'compensation.others-above-loss'; readonly lossFen: Fen; readonly field: 'guarantor' }
  | { readonly code: 'compensation.evidence-missing'; readonly missing: readonly string[] };

/**
 * The first funds operator states what the investigation proved and so what is owed; a second one confirms. On a paid
 * claim the same step determines it anew (edge case 12): the difference is posted, what was paid stays as it was booked.
 */
export function proposeSettlement(
  actor: Actor,
  claimId: string,
  finding: Finding,
): Promise<Result<'proposed', ProposeRefusal>> {
  const maker = asPerson(actor);
  return withActor(actor, async (tx) => {
    const opened = await openClaim(tx, claimId);
    if (!opened) return refuse({ code: 'compensation.not-found' });
    const { claim, pool } = await followLoss(tx, opened);
    const moved = nextState(claim.state as ClaimState, 'propose');
    if (!moved.ok) return moved;
    const owed = await determineAnew(tx, claim, finding);
    if (!owed.ok) return owed;
    const found = foundOn(owed.value, cameBackIn(await findRecoveries(tx, claimId)));
    await changeClaim(tx, claimId, {
      ...{ state: moved.value, causes: [...finding.causes], agreedPpm: finding.agreed },
      ...borneOn(claim, finding.others ?? borneBefore(claim)),
      ...{ ...found, proposedBy: maker.userId },
    });
    await giveBackBeyond(tx, actor, pool, claimId);
    const facts = { payableFen: found.payableFen, causes: [...finding.causes] };
    const step = { kind: 'proposed', party: 'operator', text: finding.note, facts } as const;
    await writeClaimStep(tx, actor, { claim, ...step });
    await shareOut(tx, actor, pool.id);
    return accept('proposed');
  });
}

/** What is owed by a finding, less the pool's part of what came back since the claim. */
function foundOn({ loss, payable, lines }: Determined, cameBack: Fen) {
  const file = { lossFen: loss, determinedFen: payable };
  return {
    ...{ ...file, payableFen: owedAfter(cameBack, borneOf(file)) },
    lines: linesWith({ ...file, lines: lines as unknown as Prisma.JsonValue }, cameBack),
  };
}

/** What others bear; where the investigation found other sums, the parts that the contracts gave no longer stand. */
const borneOn = (claim: ClaimRow, others: { readonly guarantor: Fen; readonly insurer: Fen }) => ({
  guarantorFen: others.guarantor,
  insurerFen: others.insurer,
  ...(others.guarantor !== claim.guarantorFen || others.insurer !== claim.insurerFen ? { payers: [] } : {}),
});

const borneBefore = (claim: ClaimRow) => ({
  guarantor: fen(claim.guarantorFen),
  insurer: fen(claim.insurerFen),
});

async function determineAnew(tx: Tx, claim: ClaimRow, { causes, agreed, others }: Finding) {
  const enrolment = (await findEnrolment(tx, claim.enrolmentId)) as EnrolmentRow;
  const proofs = claim.evidence as unknown as Proof[];
  const missing = missingIn(checklist(causes, proofs, await readHandling(tx, clock.today())));
  if (missing.length > 0) return refuse({ code: 'compensation.evidence-missing', missing } as const);
  const [unpaid, recovered] = [fen(claim.unpaidFen), fen(claim.recoveredBeforeFen)];
  const lossFen = eligibleLoss(unpaid, recovered);
  if (others && others.guarantor + others.insurer > lossFen)
    return refuse({ code: 'compensation.others-above-loss', lossFen, field: 'guarantor' } as const);
  if (lossFen === zeroFen) return accept({ loss: zeroFen, payable: zeroFen, lines: [] });
  return lossOfClaim(tx, enrolment, {
    ...{ id: claim.id, causes, proofs, agreed: agreed === null ? null : ppm(agreed) },
    ...{ unpaid, recovered, ...(others ?? borneBefore(claim)) },
  });
}
