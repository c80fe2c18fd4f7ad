import {
  type ClaimRefusal,
  type ClaimState,
  type ClaimStep,
  nextState,
} from '~/domain/compensation/claim.ts';
import type { Proof } from '~/domain/compensation/evidence.ts';
import { insist, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution, asPerson, system } from '~/server/access/actor.ts';
import { followLoss } from '~/server/compensation/follow-loss.ts';
import { claimantOf } from '~/server/compensation/guarantor-of-claim.ts';
import { giveBack } from '~/server/compensation/hold-money.ts';
import { openClaim } from '~/server/compensation/open-claim.ts';
import { shareOut } from '~/server/compensation/share-out.ts';
import { type ClaimRow, changeClaim, findClaim } from '~/server/compensation/store.ts';
import type { NamedDocument } from '~/server/compensation/submit-claim.ts';
import { type ClaimStepKind, writeClaimStep } from '~/server/compensation/write-claim-step.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';

export type TurnRefusal = ClaimRefusal | { readonly code: 'compensation.not-found' };

const platform = system('compensation.claim');

type Turn = {
  readonly step: ClaimStep;
  readonly kind: ClaimStepKind;
  readonly party: 'institution' | 'operator';
  readonly note: string;
  readonly tell: readonly ('firm' | 'bank')[];
  /** What else changes on the claim before its pool is shared out again. */
  also?(tx: Tx, claim: ClaimRow): Promise<void>;
};

/** One step of a claim that moves no money out: state, timeline, and the queue looked at again. */
async function turn(
  tx: Tx,
  actor: Actor,
  claimId: string,
  step: Turn,
): Promise<Result<ClaimState, TurnRefusal>> {
  const opened = await openClaim(tx, claimId);
  if (!opened) return refuse({ code: 'compensation.not-found' });
  const { claim, pool } = step.step === 'complete' ? await followLoss(tx, opened) : opened;
  const moved = nextState(claim.state as ClaimState, step.step);
  if (!moved.ok) return moved;
  await step.also?.(tx, claim);
  const isHeldStill = moved.value === 'waiting' && claim.holdId !== null;
  const state = isHeldStill ? insist(nextState('waiting', 'hold')) : moved.value;
  await changeClaim(tx, claimId, { state, proposedBy: null, batchId: null });
  await writeClaimStep(tx, actor, {
    claim,
    kind: step.kind,
    party: step.party,
    text: step.note,
    tell: step.tell,
  });
  await shareOut(tx, platform, pool.id);
  return moved;
}

/** The operator asks for more: the claim goes back to the bank, its money stays reserved until the hold ends. */
export const returnClaim = (actor: Actor, claimId: string, note: string) =>
  withActor(actor, (tx) =>
    turn(tx, actor, claimId, { step: 'return', kind: 'returned', party: 'operator', note, tell: ['bank'] }),
  );

/** The second person does not agree: the proposal is taken back and the claim lies on the desk again. */
export const takeBackSettlement = (actor: Actor, claimId: string, note: string) => {
  asPerson(actor);
  return withActor(actor, (tx) =>
    turn(tx, actor, claimId, { step: 'take-back', kind: 'taken-back', party: 'operator', note, tell: [] }),
  );
};

async function isOwn(actor: Actor, claimId: string): Promise<boolean> {
  const { institutionId } = asInstitution(actor);
  const claim = await withActor(actor, (tx) => findClaim(tx, claimId));
  return claim !== null && claimantOf(claim) === institutionId;
}

/** The bank hands in what was asked for; the claim keeps its place in the serial order. */
export async function completeClaim(
  actor: Actor,
  claimId: string,
  { note, documents }: { readonly note: string; readonly documents: readonly NamedDocument[] },
): Promise<Result<ClaimState, TurnRefusal>> {
  if (!(await isOwn(actor, claimId))) return refuse({ code: 'compensation.not-found' });
  return withActor(platform, (tx) =>
    turn(tx, actor, claimId, {
      ...{ step: 'complete', kind: 'completed', party: 'institution', note, tell: [] },
      also: async (inner, claim) => {
        const earlier = (claim.evidence as unknown as Proof[]).filter(
          (proof) => !documents.some((document) => document.code === proof.code),
        );
        const evidence = [
          ...earlier,
          ...documents.map((document): Proof => ({ ...document, source: 'document' })),
        ];
        await changeClaim(inner, claim.id, { evidence: evidence as unknown as Prisma.InputJsonValue });
      },
    }),
  );
}

/** The bank gives its claim up; what was reserved goes to whoever waits next. */
export async function withdrawClaim(actor: Actor, claimId: string): Promise<Result<ClaimState, TurnRefusal>> {
  if (!(await isOwn(actor, claimId))) return refuse({ code: 'compensation.not-found' });
  return withActor(platform, (tx) =>
    turn(tx, actor, claimId, {
      ...{ step: 'withdraw', kind: 'withdrawn', party: 'institution', note: '', tell: ['firm'] },
      also: (inner, claim) => giveBack(inner, platform, claim, 'withdrawn'),
    }),
  );
}
