import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { type Fen, fen, minus } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { agreedFeeOf } from '~/server/guarantee/contract-shown.ts';
import { noteStep } from '~/server/guarantee/note-step.ts';
import { type Contract, lockContract, sumsOf } from '~/server/guarantee/store.ts';

type Money = {
  readonly kind: 'paid' | 'recovered' | 'fee';
  readonly amount: Fen;
  readonly on: Day;
  readonly note: string | null;
};

export type MoneyRefusal =
  | { readonly code: 'guarantee.contract-not-found' }
  | { readonly code: 'guarantee.not-in-force' }
  | { readonly code: 'guarantee.money-nothing'; readonly field: 'amount' }
  | { readonly code: 'guarantee.money-too-much'; readonly field: 'amount'; readonly mostFen: Fen }
  | { readonly code: 'guarantee.money-date'; readonly field: 'on'; readonly from: Day };

/**
 * The guarantor records what it paid the bank (代偿), got back from the borrower (追偿) or took as its fee or premium; a job posts it to
 * the ledger. It never pays more than its liability, gets back more than it paid, nor takes more than the agreed rate gives.
 */
export function recordMoney(actor: Actor, id: string, money: Money): Promise<Result<null, MoneyRefusal>> {
  const { institutionId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const contract = await lockContract(tx, id);
    if (!contract || contract.guarantorId !== institutionId)
      return refuse({ code: 'guarantee.contract-not-found' });
    if (!contract.agreedOn || !['in-force', 'released'].includes(contract.state))
      return refuse({ code: 'guarantee.not-in-force' });
    const from = dayOfDate(contract.agreedOn);
    if (money.on < from || money.on > clock.today())
      return refuse({ code: 'guarantee.money-date', field: 'on', from });
    if (money.amount <= 0n) return refuse({ code: 'guarantee.money-nothing', field: 'amount' });
    const most = mostOf(contract, money.kind, await sumsOf(tx, id));
    if (money.amount > most)
      return refuse({ code: 'guarantee.money-too-much', field: 'amount', mostFen: most });
    await noteStep(tx, actor, contract, money);
    const enterpriseId = contract.enterpriseId as EnterpriseId;
    const detail = { contractId: id, amountFen: money.amount, on: money.on };
    await appendAudit(tx, actor, { action: actions[money.kind], enterpriseId, detail });
    return accept(null);
  });
}

const actions = {
  paid: 'guarantee.paid',
  recovered: 'guarantee.recovered',
  fee: 'guarantee.fee-recorded',
} as const;

/** How much more of one kind of money a contract allows. */
function mostOf(contract: Contract, kind: Money['kind'], { paid, recovered, fees }: Sums): Fen {
  if (kind === 'paid') return minus(fen(contract.liabilityFen), paid);
  return kind === 'fee' ? minus(agreedFeeOf(contract), fees) : minus(paid, recovered);
}

type Sums = Awaited<ReturnType<typeof sumsOf>>;
