import type { Proof } from '~/domain/compensation/evidence.ts';
import { dayAt } from '~/domain/kernel/day.ts';
import type { EnrolmentRow } from '~/server/compensation/store.ts';
import { findTrail } from '~/server/compensation/store-trail.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';

/**
 * Proofs that the platform has in its own records (G6, G18): nobody hands them in, and nobody can hand in others. Each
 * names the record it rests on and its day.
 */
export async function platformProofs(tx: Tx, enrolment: EnrolmentRow): Promise<Proof[]> {
  const trail = await findTrail(tx, enrolment.loanId);
  const proof = (code: string, reference: string, at: Date | null | undefined): Proof[] =>
    at ? [{ code, source: 'platform', reference, on: dayAt(at) }] : [];
  const { loan, steps, overdue, alerts, documents } = trail;
  const step = (state: string) => steps.find((each) => each.toState === state)?.at;
  return [
    { code: 'enrolment-record', source: 'platform', reference: enrolment.id.slice(0, 8), on: dayOfDate(enrolment.enrolledOn) },
    ...proof('application-record', loan.applicationId.slice(0, 8), step('submitted')),
    ...proof('document-record', String(documents.count), documents.lastAt),
    ...proof('decision-record', loan.applicationId.slice(0, 8), step('approved')),
    { code: 'loan-contract', source: 'platform', reference: loan.contractNo, on: dayOfDate(loan.contractOn) },
    { code: 'disbursement-record', source: 'platform', reference: loan.contractNo, on: dayOfDate(loan.disbursedOn) },
    ...(overdue ? [{ code: 'overdue-record', source: 'platform' as const, reference: overdue.tier, on: dayOfDate(overdue.asOf) }] : []),
    ...(trail.classes > 0 && trail.lastClassOn
      ? [{ code: 'class-record', source: 'platform' as const, reference: String(trail.classes), on: dayOfDate(trail.lastClassOn) }]
      : []),
    ...proof('alert-record', String(alerts.count), alerts.lastAt),
  ];
}
