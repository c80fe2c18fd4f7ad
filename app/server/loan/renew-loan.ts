import { randomUUID } from 'node:crypto';
import { addMonths, type Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import type { Ppm } from '~/domain/kernel/rate.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { admitEvent } from '~/domain/loan/admit.ts';
import type { LoanEvent } from '~/domain/loan/event.ts';
import { replayLoan } from '~/domain/loan/replay.ts';
import { type BorrowerSize, renewalQualifies } from '~/domain/loan/servicing-rules.ts';
import type { RepaymentMethod } from '~/domain/product/schedule.ts';
import { type Actor, asInstitution, type InstitutionPerson } from '~/server/access/actor.ts';
import { isContractNumberTaken } from '~/server/application/store-contract.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readServicingRules } from '~/server/loan/read-rules.ts';
import { readStanding } from '~/server/loan/read-standing.ts';
import { addToLog, type EventRefusal } from '~/server/loan/record-event.ts';
import { findLoan, lockLoan } from '~/server/loan/store.ts';
import { addLoan } from '~/server/loan/store-disbursement.ts';
import { keepStanding, type Loan } from '~/server/loan/store-servicing.ts';

export type Renewal = {
  readonly on: Day;
  readonly contractNo: string;
  readonly termMonths: number;
  readonly rate: Ppm;
  readonly method: RepaymentMethod;
  readonly size: BorrowerSize;
};

export type RenewRefusal =
  | EventRefusal
  | { readonly code: 'loan.contract-taken' }
  | { readonly code: 'loan.nothing-to-renew' };

/**
 * 无还本续贷: a new contract on the same principal, before the old one matures; no money moves. The identity of the money
 * is kept, class and days past due go on, and what was due and unpaid stays due on its own dates. Answers the new loan.
 */
export function renewLoan(
  actor: Actor,
  loanId: string,
  input: Renewal,
): Promise<Result<string, RenewRefusal>> {
  const officer = asInstitution(actor);
  return withActor(actor, async (tx): Promise<Result<string, RenewRefusal>> => {
    const loan = await lockLoan(tx, loanId);
    if (!loan || loan.institutionId !== officer.institutionId) return refuse({ code: 'loan.not-found' });
    if (await isContractNumberTaken(tx, officer.institutionId, input.contractNo))
      return refuse({ code: 'loan.contract-taken' });
    const event: LoanEvent = { id: randomUUID(), kind: 'renewal', on: input.on };
    const admitted = admitEvent(await readStanding(tx, loan), event);
    if (!admitted.ok) return admitted;
    if (admitted.value.moved === 0n) return refuse({ code: 'loan.nothing-to-renew' });
    const id = await addRenewed(tx, officer, loan, { ...input, principal: admitted.value.moved });
    const rules = await readServicingRules(tx, input.on);
    const qualifying = renewalQualifies(input.size, dayOfDate(loan.maturityOn), rules);
    const closed = await addToLog(tx, officer, loan, event, { intoLoanId: id, qualifying });
    if (!closed.ok) return closed;
    await open(tx, officer, id);
    return accept(id);
  });
}

async function addRenewed(
  tx: Tx,
  officer: InstitutionPerson,
  old: Loan,
  { on, contractNo, termMonths, rate, method, principal }: Renewal & { readonly principal: Fen },
): Promise<string> {
  const id = randomUUID();
  const { enterpriseId, institutionId, applicationId, productId, dayCount, flags } = old;
  const { penaltyOverduePpm, penaltyMisusePpm, penaltyCompounds } = old;
  const penalty = { penaltyOverduePpm, penaltyMisusePpm, penaltyCompounds };
  const kept = { enterpriseId, institutionId, applicationId, productId, dayCount, flags, ...penalty };
  await addLoan(
    tx,
    {
      ...kept,
      id,
      contractNo,
      principalFen: principal,
      ratePpm: rate,
      method,
      termMonths,
      purpose: 'renewal',
      contractOn: dateOfDay(on),
      disbursedOn: dateOfDay(on),
      maturityOn: dateOfDay(addMonths(on, termMonths)),
      moneyId: old.moneyId ?? old.id,
      renewsLoanId: old.id,
      recordedBy: officer.userId,
      recordedAt: clock.now(),
    },
    [],
  );
  return id;
}

/** The schedule of the new contract, with what the old one still owed, and the order to assess the schemes. */
async function open(tx: Tx, officer: InstitutionPerson, id: string): Promise<void> {
  const loan = await findLoan(tx, id);
  if (!loan) throw new Error(`no loan ${id}`);
  const { contract, events, today } = await readStanding(tx, loan);
  await keepStanding(tx, loan, replayLoan(contract, events, today));
  await recordChange(tx, officer, {
    kind: 'loan.continued',
    enterpriseId: loan.enterpriseId as EnterpriseId,
    institutionId: loan.institutionId as InstitutionId,
    subjectId: id,
    payload: { renews: loan.renewsLoanId, principalFen: loan.principalFen },
    jobs: [{ name: 'loan.assess', payload: { loanId: id } }],
  });
}
