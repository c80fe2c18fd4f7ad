import { brokenBy, type LimitCode, withLiability } from '~/domain/guarantee/limits.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { fen } from '~/domain/kernel/money.ts';
import type { Ppm } from '~/domain/kernel/rate.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readGuaranteeRules } from '~/server/guarantee/guarantee-policy.ts';
import { noteStep } from '~/server/guarantee/note-step.ts';
import { type Contract, changeContract, lockContract } from '~/server/guarantee/store.ts';
import { readBook } from '~/server/guarantee/store-book.ts';

export type Answer =
  | { readonly answer: 'accept'; readonly fee: Ppm; readonly note: string | null }
  | { readonly answer: 'refuse'; readonly note: string };

export type LimitRefusal =
  | { readonly code: 'guarantee.assets-unknown' }
  | { readonly code: 'guarantee.limit-broken'; readonly limit: LimitCode; readonly leftFen: string };

export type AnswerRefusal =
  | LimitRefusal
  | { readonly code: 'guarantee.contract-not-found' }
  | { readonly code: 'guarantee.not-requested' }
  | { readonly code: 'guarantee.premium-too-high'; readonly field: 'fee'; readonly maxPpm: number };

/** The guarantor's officer refuses a request, or proposes to accept it at a fee; a second person decides. */
export function answerRequest(
  actor: Actor,
  id: string,
  answer: Answer,
): Promise<Result<'proposed' | 'refused', AnswerRefusal>> {
  const { institutionId, userId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const contract = await lockContract(tx, id);
    if (!contract || contract.guarantorId !== institutionId)
      return refuse({ code: 'guarantee.contract-not-found' });
    if (contract.state !== 'requested') return refuse({ code: 'guarantee.not-requested' });
    const possible = answer.answer === 'accept' ? await checkTerms(tx, contract, answer.fee) : accept(null);
    if (!possible.ok) return possible;
    const state = answer.answer === 'accept' ? 'proposed' : 'refused';
    const feePpm = answer.answer === 'accept' ? answer.fee : null;
    await changeContract(tx, contract, { state, feePpm, makerId: userId, checkerId: null });
    await noteStep(tx, actor, contract, { kind: state, note: answer.note });
    const enterpriseId = contract.enterpriseId as EnterpriseId;
    await appendAudit(tx, actor, {
      action: 'guarantee.answered',
      enterpriseId,
      detail: { contractId: id, state },
    });
    return accept(state);
  });
}

async function checkTerms(tx: Tx, contract: Contract, fee: Ppm): Promise<Result<null, AnswerRefusal>> {
  const rules = await readGuaranteeRules(tx, clock.today());
  const { premiumMaxPpm } = rules.insurance;
  if (contract.kind === 'insurance' && fee > premiumMaxPpm)
    return refuse({ code: 'guarantee.premium-too-high', field: 'fee', maxPpm: premiumMaxPpm });
  return withinLimits(tx, contract);
}

/** Whether the guarantor may take the liability on (融资担保公司监督管理条例 15–16); insurers are held by their own supervisor. */
export async function withinLimits(tx: Tx, contract: Contract): Promise<Result<null, LimitRefusal>> {
  if (contract.kind === 'insurance') return accept(null);
  const rules = await readGuaranteeRules(tx, clock.today());
  const book = await readBook(tx, contract.guarantorId, contract.enterpriseId);
  if (!book) return refuse({ code: 'guarantee.assets-unknown' });
  const [broken] = brokenBy(withLiability(book, fen(contract.liabilityFen), contract.isSmeAgri), rules);
  if (!broken) return accept(null);
  const left = fen(broken.limit - broken.used + contract.liabilityFen);
  return refuse({
    code: 'guarantee.limit-broken',
    limit: broken.code,
    leftFen: String(left > 0n ? left : 0n),
  });
}
