import type { Proof } from '~/domain/compensation/evidence.ts';
import { dayAt } from '~/domain/kernel/day.ts';
import type { EnrolmentRow } from '~/server/compensation/store.ts';
import { findTrail } from '~/server/compensation/store-trail.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';

type Trail = Awaited<ReturnType<typeof findTrail>>;

/** A proof by a record of an instant; none where the platform has no such record. */
const byInstant = (code: string, reference: string, at: Date | null | undefined): Proof[] =>
  at ? [{ code, source: 'platform', reference, on: dayAt(at) }] : [];

/** A proof by a record of a business day. */
const byDate = (code: string, reference: string, date: Date | null | undefined): Proof[] =>
  date ? [{ code, source: 'platform', reference, on: dayOfDate(date) }] : [];

/**
 * Proofs that the platform has in its own records (G6, G18): nobody hands them in, and nobody can hand in others. Each
 * names the record it rests on and its day.
 */
export async function platformProofs(tx: Tx, enrolment: EnrolmentRow): Promise<Proof[]> {
  const trail = await findTrail(tx, enrolment.loanId);
  return [
    ...byDate('enrolment-record', enrolment.id.slice(0, 8), enrolment.enrolledOn),
    ...beforeTheLoan(trail),
    ...duringTheLoan(trail),
  ];
}

function beforeTheLoan({ loan, steps, documents }: Trail): Proof[] {
  const reference = loan.applicationId.slice(0, 8);
  const reached = (state: string) => steps.find((step) => step.toState === state)?.at;
  return [
    ...byInstant('application-record', reference, reached('submitted')),
    ...byInstant('document-record', `× ${documents.count}`, documents.lastAt),
    ...byInstant('decision-record', reference, reached('approved')),
    ...byDate('loan-contract', loan.contractNo, loan.contractOn),
    ...byDate('disbursement-record', loan.contractNo, loan.disbursedOn),
  ];
}

const duringTheLoan = ({ loan, overdue, classes, lastClassOn, alerts }: Trail): Proof[] => [
  ...byDate('overdue-record', loan.contractNo, overdue?.asOf),
  ...byDate('class-record', `× ${classes}`, lastClassOn),
  ...byInstant('alert-record', `× ${alerts.count}`, alerts.lastAt),
];
