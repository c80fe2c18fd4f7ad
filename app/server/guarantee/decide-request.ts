import { chainOf } from '~/domain/guarantee/chain.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { fen } from '~/domain/kernel/money.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import { accept, insist, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type LimitRefusal, withinLimits } from '~/server/guarantee/answer-request.ts';
import { readGuaranteeRules } from '~/server/guarantee/guarantee-policy.ts';
import { noteStep } from '~/server/guarantee/note-step.ts';
import { type Contract, changeContract, lockContract, type ShareRow } from '~/server/guarantee/store.ts';
import { lockBook } from '~/server/guarantee/store-book.ts';

export type DecideRefusal =
  | LimitRefusal
  | { readonly code: 'guarantee.contract-not-found' }
  | { readonly code: 'guarantee.not-proposed' }
  | { readonly code: 'guarantee.maker-is-checker' };

/**
 * The reviewer brings a proposed contract into force, with the parts that each party bears as the policy says today, or
 * sends it back. The limits are asked again while the guarantor's book is held: two reviewers cannot share the last room.
 */
export function decideRequest(
  actor: Actor,
  id: string,
  answer: 'confirm' | 'return',
): Promise<Result<'in-force' | 'requested', DecideRefusal>> {
  const { institutionId, userId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    await lockBook(tx, institutionId);
    const contract = await lockContract(tx, id);
    if (!contract || contract.guarantorId !== institutionId)
      return refuse({ code: 'guarantee.contract-not-found' });
    if (contract.state !== 'proposed') return refuse({ code: 'guarantee.not-proposed' });
    if (contract.makerId === userId) return refuse({ code: 'guarantee.maker-is-checker' });
    if (answer === 'return') return accept(await sendBack(tx, actor, contract));
    const possible = await withinLimits(tx, contract);
    if (!possible.ok) return possible;
    await bringIntoForce(tx, actor, contract, userId);
    return accept('in-force');
  });
}

async function sendBack(tx: Tx, actor: Actor, contract: Contract): Promise<'requested'> {
  await changeContract(tx, contract, { state: 'requested', feePpm: null, makerId: null });
  await noteStep(tx, actor, contract, { kind: 'returned' });
  return 'requested';
}

async function bringIntoForce(tx: Tx, actor: Actor, contract: Contract, userId: string): Promise<void> {
  const rules = await readGuaranteeRules(tx, clock.today());
  await changeContract(tx, contract, {
    state: 'in-force',
    checkerId: userId,
    agreedOn: dateOfDay(clock.today()),
    endsOn: contract.maturityOn,
    waitingDays: contract.kind === 'insurance' ? rules.insurance.waitingDays : 0,
    shares: sharesOf(contract, rules),
  });
  await noteStep(tx, actor, contract, { kind: 'accepted' });
  const enterpriseId = contract.enterpriseId as EnterpriseId;
  await appendAudit(tx, actor, {
    action: 'guarantee.accepted',
    enterpriseId,
    detail: { contractId: contract.id },
  });
}

/** Who bears what: the chain of the policy for a guarantee, the insurer alone for insurance. */
function sharesOf(contract: Contract, rules: Awaited<ReturnType<typeof readGuaranteeRules>>): ShareRow[] {
  const { kind, principalFen, sharePpm, liabilityFen } = contract;
  if (kind === 'insurance') return [{ payer: 'insurer', sharePpm, amountFen: String(liabilityFen) }];
  return insist(chainOf(fen(principalFen), ppm(sharePpm), rules)).map(({ party, share, amount }) => ({
    payer: party,
    sharePpm: share,
    amountFen: String(amount),
  }));
}
