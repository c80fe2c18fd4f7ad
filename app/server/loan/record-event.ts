import { randomUUID } from 'node:crypto';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type AdmitRefusal, admitEvent } from '~/domain/loan/admit.ts';
import type { LoanEvent } from '~/domain/loan/event.ts';
import type { LoanReplay } from '~/domain/loan/replay.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { classifyDebtorLoans } from '~/server/loan/classify-debtor.ts';
import { keepPenaltyFindings } from '~/server/loan/penalty-findings.ts';
import { readStanding } from '~/server/loan/read-standing.ts';
import { lockLoan } from '~/server/loan/store.ts';
import { addEvents, keepStanding, type Loan } from '~/server/loan/store-servicing.ts';

export type EventRefusal = AdmitRefusal | { readonly code: 'loan.not-found' };

/** An event as an officer enters it; its id is given here. Distributes over the kinds. */
export type EventInput = LoanEvent extends infer E ? (E extends LoanEvent ? Omit<E, 'id'> : never) : never;

export type Told = {
  readonly note?: string | null;
  readonly serialNo?: string | null;
};

/**
 * Records one event of a loan in service: admitted on the whole chain as it stands, appended, schedule and class made
 * anew, all in one transaction; refused, nothing is written. An event may be entered late with its true day.
 */
export function recordLoanEvent(
  actor: Actor,
  loanId: string,
  input: EventInput,
  told: Told = {},
): Promise<Result<LoanReplay, EventRefusal>> {
  const officer = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const loan = await lockLoan(tx, loanId);
    if (!loan || loan.institutionId !== officer.institutionId) return refuse({ code: 'loan.not-found' });
    return addToLog(tx, officer, loan, { ...input, id: randomUUID() } as LoanEvent, told);
  });
}

/** Admits an event to the log of a locked loan and follows it through; in the caller's transaction. */
export async function addToLog(
  tx: Tx,
  actor: Actor,
  loan: Loan,
  event: LoanEvent,
  told: Told & { readonly intoLoanId?: string; readonly qualifying?: boolean } = {},
): Promise<Result<LoanReplay, AdmitRefusal>> {
  const standing = await readStanding(tx, loan);
  const admitted = admitEvent(standing, event);
  if (!admitted.ok) return admitted;
  const recordedBy = actor.kind === 'person' ? actor.userId : null;
  await addEvents(tx, loan, [{ ...event, ...told, recordedBy, recordedAt: clock.now() }]);
  await keepStanding(tx, loan, admitted.value);
  await keepPenaltyFindings(tx, loan, admitted.value, [event], null);
  await followUp(tx, actor, loan, { events: [event], state: admitted.value.state });
  return accept(admitted.value);
}

type Followed = { readonly events: readonly LoanEvent[]; readonly state: string };

/** What every change of a log brings: class, event, audit line, and the order to look at the loan again. */
export async function followUp(tx: Tx, actor: Actor, loan: Loan, followed: Followed): Promise<void> {
  await noteEvents(tx, actor, loan, followed);
  await classifyOnce(tx, [loan]);
}

/** Classes the debtors of some loans anew, each once. */
export async function classifyOnce(tx: Tx, loans: readonly Loan[]): Promise<void> {
  const debtors = new Map(loans.map((l) => [`${l.enterpriseId} ${l.institutionId}`, l]));
  for (const { enterpriseId, institutionId } of debtors.values())
    await classifyDebtorLoans(tx, enterpriseId, institutionId, clock.today());
}

/** The event, the audit line and the order to look at the loan again. */
export async function noteEvents(
  tx: Tx,
  actor: Actor,
  loan: Loan,
  { events, state }: Followed,
): Promise<void> {
  const enterpriseId = loan.enterpriseId as EnterpriseId;
  const [first] = events;
  if (!first) return;
  const kinds = events.map((e) => ({ kind: e.kind, on: e.on, id: e.id }));
  await recordChange(tx, actor, {
    kind: state === 'active' ? 'loan.serviced' : `loan.${state}`,
    enterpriseId,
    institutionId: loan.institutionId as InstitutionId,
    subjectId: loan.id,
    payload: { events: kinds },
    jobs: [{ name: 'loan.follow-up', payload: { loanId: loan.id, ref: first.id } }],
  });
  await appendAudit(tx, actor, {
    action: 'loan.event-recorded',
    enterpriseId,
    detail: { loanId: loan.id, kinds: kinds.map((k) => k.kind) },
  });
}
