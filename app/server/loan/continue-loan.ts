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
import type { InstitutionPerson } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { readServicingRules } from '~/server/loan/read-rules.ts';
import { readStanding } from '~/server/loan/read-standing.ts';
import { addToLog, type EventRefusal } from '~/server/loan/record-event.ts';
import { findLoan } from '~/server/loan/store.ts';
import { addLoan } from '~/server/loan/store-disbursement.ts';
import { keepStanding, type Loan } from '~/server/loan/store-servicing.ts';

export type Renewal = {
  readonly on: Day;
  readonly contractNo: string;
  readonly termMonths: number;
  readonly rate: Ppm;
  readonly method: RepaymentMethod;
  readonly size: BorrowerSize;
  /** What an application of its own adds: its number and the day of the signed contract. */
  readonly applied?: { readonly loanId: string; readonly applicationId: string; readonly contractOn: Day };
};

export type ContinueRefusal = EventRefusal | { readonly code: 'loan.nothing-to-renew' };

/** What a renewal on a day would carry into the new contract; refused where the loan's log does not admit one. */
export async function carriedOver(tx: Tx, loan: Loan, on: Day): Promise<Result<Fen, ContinueRefusal>> {
  const event: LoanEvent = { id: randomUUID(), kind: 'renewal', on };
  const admitted = admitEvent(await readStanding(tx, loan), event);
  if (!admitted.ok) return admitted;
  return admitted.value.moved === 0n
    ? refuse({ code: 'loan.nothing-to-renew' })
    : accept(admitted.value.moved);
}

/**
 * The one way in which a loan is renewed (无还本续贷), by the officer's record or by the firm's application: a new contract
 * on the same principal, before the old one matures; no money moves. In the caller's transaction, the old loan locked.
 */
export async function continueLoan(
  tx: Tx,
  officer: InstitutionPerson,
  loan: Loan,
  input: Renewal,
): Promise<Result<string, ContinueRefusal>> {
  const carried = await carriedOver(tx, loan, input.on);
  if (!carried.ok) return carried;
  const event: LoanEvent = { id: randomUUID(), kind: 'renewal', on: input.on };
  const id = await addRenewed(tx, officer, loan, { ...input, principal: carried.value });
  const rules = await readServicingRules(tx, input.on);
  const qualifying = renewalQualifies(input.size, dayOfDate(loan.maturityOn), rules);
  const closed = await addToLog(tx, officer, loan, event, { intoLoanId: id, qualifying });
  if (!closed.ok) return closed;
  await open(tx, officer, id);
  return accept(id);
}

async function addRenewed(
  tx: Tx,
  officer: InstitutionPerson,
  old: Loan,
  { on, contractNo, termMonths, rate, method, principal, applied }: Renewal & { readonly principal: Fen },
): Promise<string> {
  const id = applied?.loanId ?? randomUUID();
  const { enterpriseId, institutionId, productId, dayCount, flags } = old;
  const applicationId = applied?.applicationId ?? old.applicationId;
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
      contractOn: dateOfDay(applied?.contractOn ?? on),
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
