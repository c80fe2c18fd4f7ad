import { dutiesShown, type Proof } from '~/domain/compensation/evidence.ts';
import { fen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { cameBackIn } from '~/server/compensation/loss-bearers.ts';
import { platformProofs } from '~/server/compensation/platform-proofs.ts';
import { readHandling, readVersion } from '~/server/compensation/read-rules.ts';
import {
  type ClaimRow,
  findClaim,
  findEnrolment,
  findEvents,
  findPayments,
  findRecoveries,
} from '~/server/compensation/store.ts';
import { findPool } from '~/server/compensation/store-pool.ts';
import { countBefore } from '~/server/compensation/store-views.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findLoan } from '~/server/loan/store.ts';
import { namesOfLoan } from '~/server/loan/store-names.ts';

/** One claim for its bank or the funds desk: why this amount, evidence, duties, payments, recoveries, what happened. */
export async function showClaim(
  actor: Actor,
  id: string,
): Promise<Result<ClaimShown, { code: 'compensation.not-found' }>> {
  const own = await withActor(actor, (tx) => findClaim(tx, id));
  if (!own) return refuse({ code: 'compensation.not-found' });
  const isProposer = actor.kind === 'person' && own.proposedBy === actor.userId;
  return withActor(system('compensation.show'), async (tx) =>
    accept({ ...(await claimFacts(tx, own)), ...(await claimTrail(tx, own)), isProposer }),
  );
}

async function claimFacts(tx: Tx, claim: ClaimRow) {
  const [loan, pool] = [await findLoan(tx, claim.loanId), await findPool(tx, claim.poolId)];
  const enrolment = await findEnrolment(tx, claim.enrolmentId);
  if (!loan || !pool || !enrolment) throw new Error(`a claim ${claim.id} without loan, pool or enrolment`);
  const scheme = await readVersion(tx, enrolment.schemeCode, enrolment.schemeVersion);
  return {
    ...{ id: claim.id, loanId: loan.id, enterpriseId: claim.enterpriseId, contractNo: loan.contractNo },
    ...(await namesOfLoan(tx, loan)),
    ...{ poolId: pool.id, poolZh: pool.nameZh, poolEn: pool.nameEn },
    ...{ schemeZh: scheme.nameZh, schemeEn: scheme.nameEn },
    ...{ legalBasis: scheme.legalBasis, legalBasisEn: scheme.legalBasisEn },
    ...{ form: scheme.body.form as string, mode: claim.mode, state: claim.state, waits: claim.waits },
    determinedOn: dayOfDate(claim.determinedOn) as string,
    enrolledOn: dayOfDate(claim.enrolledOn) as string,
    holdUntil: claim.holdUntil ? (dayOfDate(claim.holdUntil) as string) : null,
    causes: claim.causes as unknown as string[],
    agreedPpm: claim.agreedPpm,
    unpaidFen: claim.unpaidFen.toString(),
    payers: payersOf(claim),
    guarantorId: claim.guarantorId,
    guarantorFen: claim.guarantorFen.toString(),
    insurerFen: claim.insurerFen.toString(),
    lossFen: claim.lossFen.toString(),
    determinedFen: claim.determinedFen.toString(),
    payableFen: claim.payableFen.toString(),
    holdFen: claim.holdFen.toString(),
    lines: claim.lines as unknown as { code: string }[],
    batchId: claim.batchId,
    place:
      claim.waits === null || ['fuse', 'anew'].includes(claim.waits)
        ? null
        : (await countBefore(tx, claim)) + 1,
    today: clock.today() as string,
  };
}

type BearerRow = { readonly payer: string; readonly amountFen: string };

/** Who bears the loss beside pool and claimant: the parties of the contracts, else what was stated. */
function payersOf(claim: ClaimRow): BearerRow[] {
  const parts = claim.payers as unknown as BearerRow[];
  const stated = [
    { payer: 'guarantor', amountFen: claim.guarantorFen.toString() },
    { payer: 'insurer', amountFen: claim.insurerFen.toString() },
  ].filter(({ amountFen }) => amountFen !== '0');
  return (parts.length > 0 ? parts : stated).map(({ payer, amountFen }) => ({ payer, amountFen }));
}

async function claimTrail(tx: Tx, claim: ClaimRow) {
  const enrolment = await findEnrolment(tx, claim.enrolmentId);
  const named = claim.evidence as unknown as Proof[];
  const records = enrolment ? await platformProofs(tx, enrolment) : [];
  const proofs = [...records, ...named.filter((proof) => proof.source === 'document')];
  const payments = await findPayments(tx, claim.id);
  const recoveries = await findRecoveries(tx, claim.id);
  const lossLeftFen = minus(fen(claim.lossFen), cameBackIn(recoveries)).toString();
  const duties = dutiesShown(await readHandling(tx, clock.today()), proofs);
  return {
    lossLeftFen,
    evidence: named.map((proof) => ({ ...proof, on: proof.on as string })),
    duties: duties.map(({ code, done, proofs: shown }) => ({
      code,
      done,
      proofs: shown.map((p) => ({ ...p, on: p.on as string })),
    })),
    paidFen: plus(zeroFen, ...payments.map((payment) => fen(payment.amountFen))).toString(),
    payments: payments.map((p) => ({
      ...{ id: p.id, on: dayOfDate(p.paidOn) as string, amountFen: p.amountFen.toString() },
      journal: p.transactionId.toString(),
    })),
    recoveries: recoveries.map((r) => ({
      ...{ id: r.id, on: dayOfDate(r.receivedOn) as string, grossFen: r.grossFen.toString() },
      ...{ costsFen: r.costsFen.toString(), toPoolFen: r.toPoolFen.toString(), source: r.source },
      parts: r.parts as unknown as BearerRow[],
    })),
    events: (await findEvents(tx, claim.id)).map((event) => ({
      ...{
        id: event.id.toString(),
        kind: event.kind,
        at: event.at.toISOString(),
        by: event.userName,
        text: event.text,
      },
      amountFen: amountIn(event.facts),
    })),
  };
}

/** The figure that a step is about, where it has one. */
function amountIn(facts: unknown): string | null {
  const found = facts as { amountFen?: string; payableFen?: string; toPoolFen?: string };
  return found.amountFen ?? found.payableFen ?? found.toPoolFen ?? null;
}

export type ClaimShown = Awaited<ReturnType<typeof claimFacts>> &
  Awaited<ReturnType<typeof claimTrail>> & { readonly isProposer: boolean };
