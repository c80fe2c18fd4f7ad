import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { type Fen, fen, minus } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { noteStep } from '~/server/guarantee/note-step.ts';
import { type Contract, findDemand, lockContract, sumsOf } from '~/server/guarantee/store.ts';
import { findLoan } from '~/server/loan/store.ts';
import { findLatestClass } from '~/server/loan/store-class.ts';

export type DemandRefusal =
  | { readonly code: 'guarantee.contract-not-found' }
  | { readonly code: 'guarantee.not-in-force' }
  | { readonly code: 'guarantee.demand-open' }
  | { readonly code: 'guarantee.demand-too-early'; readonly days: number; readonly dpd: number }
  | { readonly code: 'guarantee.money-nothing'; readonly field: 'amount' }
  | { readonly code: 'guarantee.money-too-much'; readonly field: 'amount'; readonly mostFen: Fen };

type Demand = { readonly amount: Fen; readonly note: string | null };

/**
 * A bank asks its guarantor or insurer to pay (代偿 / 理赔): the loan is past due, for longer than the waiting period of an insurance, or
 * written off. The guarantor answers at its own desk, by paying or by declining with a reason.
 */
export function demandPayment(
  actor: Actor,
  contractId: string,
  { amount, note }: Demand,
): Promise<Result<string, DemandRefusal>> {
  const { institutionId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const contract = await lockContract(tx, contractId);
    if (!contract || contract.institutionId !== institutionId)
      return refuse({ code: 'guarantee.contract-not-found' });
    if (contract.state !== 'in-force') return refuse({ code: 'guarantee.not-in-force' });
    if (await findDemand(tx, contractId)) return refuse({ code: 'guarantee.demand-open' });
    const early = await tooEarly(tx, contract);
    if (early) return refuse({ code: 'guarantee.demand-too-early', ...early });
    if (amount <= 0n) return refuse({ code: 'guarantee.money-nothing', field: 'amount' });
    const mostFen = minus(fen(contract.liabilityFen), (await sumsOf(tx, contractId)).paid);
    if (amount > mostFen) return refuse({ code: 'guarantee.money-too-much', field: 'amount', mostFen });
    await noteStep(tx, actor, contract, { kind: 'demanded', amount, note });
    await appendAudit(tx, actor, {
      action: 'guarantee.demanded',
      enterpriseId: contract.enterpriseId as EnterpriseId,
      detail: { contractId, amountFen: amount },
    });
    return accept(contract.loanId);
  });
}

/** How long the loan must be past due and how long it is; null once the bank may ask. */
async function tooEarly(tx: Tx, contract: Contract): Promise<{ days: number; dpd: number } | null> {
  const loan = await findLoan(tx, contract.loanId);
  if (loan?.state === 'written-off') return null;
  const dpd = (await findLatestClass(tx, contract.loanId))?.dpd ?? 0;
  const days = Math.max(1, contract.waitingDays);
  return dpd < days ? { days, dpd } : null;
}
