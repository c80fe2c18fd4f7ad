import type { Day } from '~/domain/kernel/day.ts';
import { addDays } from '~/domain/kernel/day.ts';
import { type Fen, minus, plus } from '~/domain/kernel/money.ts';
import { dpdOf } from '~/domain/loan/arrears-chain.ts';
import type { LoanEvent } from '~/domain/loan/event.ts';
import { instalmentStates } from '~/domain/loan/instalment-state.ts';
import type { LoanReplay } from '~/domain/loan/replay.ts';
import { payRows } from '~/domain/loan/row-payments.ts';
import { dayOfDate } from '~/server/db/date.ts';
import type { LoanStanding } from '~/server/loan/read-standing.ts';
import type { KeptClass } from '~/server/loan/store-class.ts';
import type { Loan, RecordedEvent } from '~/server/loan/store-servicing.ts';

/** What the contract says, for the page. */
export const termsOf = (loan: Loan, now: LoanReplay) => ({
  id: loan.id,
  enterpriseId: loan.enterpriseId,
  contractNo: loan.contractNo,
  principalFen: now.drawn.toString(),
  ratePpm: now.rate as number,
  contractRatePpm: loan.ratePpm,
  dayCount: loan.dayCount,
  dueDay: loan.dueDay,
  dueHoliday: loan.dueHoliday,
  method: loan.method,
  termMonths: loan.termMonths,
  contractOn: dayOfDate(loan.contractOn) as string,
  disbursedOn: dayOfDate(loan.disbursedOn) as string,
  maturityOn: now.maturityOn as string,
  state: now.state as string,
  settledOn: now.endedOn as string | null,
  floating:
    loan.lprTenor && loan.lprSpreadPpm !== null && loan.repriceMonths !== null
      ? { tenor: loan.lprTenor, spreadPpm: loan.lprSpreadPpm, months: loan.repriceMonths }
      : null,
});

/** Each row of the schedule with what became of it. */
export function instalmentsOf(now: LoanReplay) {
  const states = instalmentStates(now.asOf, now.schedule, now.payments);
  return payRows(now.schedule, now.payments).map((row, at) => ({
    seq: at + 1,
    kind: row.kind,
    dueOn: row.dueOn as string,
    principalFen: row.principal.toString(),
    interestFen: row.interest.toString(),
    unpaidFen: unpaidOf(row).toString(),
    state: states[at] ?? ('due' as const),
  }));
}

type Row = ReturnType<typeof payRows>[number];
const unpaidOf = (row: Row): Fen =>
  minus(plus(row.principal, row.interest), plus(row.principalPaid, row.interestPaid));

/** What is to be paid next: everything unpaid up to the next due date, overdue amounts included. */
export function nextPaymentOf(now: LoanReplay) {
  if (now.state !== 'active') return null;
  const open = payRows(now.schedule, now.payments).filter((row) => unpaidOf(row) > 0n);
  const next = open.find((row) => row.dueOn >= now.asOf) ?? open.at(-1);
  if (!next) return null;
  const rows = open.filter((row) => row.dueOn <= next.dueOn);
  return { on: next.dueOn as string, fen: plus(...rows.map(unpaidOf)).toString() };
}

const amountsOf = (event: LoanEvent) => ({
  amountFen: event.kind === 'drawdown' ? event.amount.toString() : null,
  principalFen: 'principal' in event ? event.principal.toString() : null,
  interestFen: 'interest' in event ? event.interest.toString() : null,
  penaltyFen: 'penalty' in event ? event.penalty.toString() : null,
  ratePpm: 'rate' in event ? (event.rate as number) : null,
  months:
    event.kind === 'extension' ? event.months : event.kind === 'restructuring' ? event.termMonths : null,
  effect: event.kind === 'prepayment' ? event.effect : null,
});

/** The log as it was recorded, latest day first; what was reversed stays in it, marked. */
export function logOf(standing: LoanStanding) {
  const reversed = new Set(standing.events.flatMap((e) => (e.kind === 'reversal' ? [e.of] : [])));
  const later = (a: RecordedEvent, b: RecordedEvent) =>
    a.on === b.on ? b.recordedAt.getTime() - a.recordedAt.getTime() : a.on < b.on ? 1 : -1;
  return [...standing.events].sort(later).map((event) => ({
    id: event.id,
    kind: event.kind as string,
    on: event.on as string,
    recordedAt: event.recordedAt.toISOString(),
    late: event.recordedBy !== null && event.recordedAt.toISOString().slice(0, 10) > addDays(event.on, 1),
    note: event.note,
    serialNo: event.serialNo,
    intoLoanId: event.intoLoanId,
    qualifying: event.qualifying,
    reversed: reversed.has(event.id),
    ...amountsOf(event),
  }));
}

/** Balances as they were, one point a change, and today's. */
export const balancePoints = (now: LoanReplay) => {
  const spans = now.balances.map((s) => ({ on: s.from as string, fen: s.balance.toString() }));
  const last = spans.at(-1);
  return last && last.on < now.asOf ? [...spans, { on: now.asOf as string, fen: last.fen }] : spans;
};

/** Days past due over time: where a span of arrears begins and how far it had grown when it ended. */
export function dpdPoints(now: LoanReplay) {
  const end = now.endedOn ?? now.asOf;
  const points: { on: string; dpd: number }[] = [];
  for (const [i, span] of now.arrears.entries()) {
    if (span.from > end) break;
    const next = now.arrears[i + 1]?.from;
    const last: Day = next && next <= end ? addDays(next, -1) : end;
    for (const on of new Set([span.from, last])) points.push({ on, dpd: dpdOf(span, on) });
  }
  return points;
}

/** The class on record over time: one entry a change of tier. */
export function classPoints(kept: readonly KeptClass[]) {
  const inOrder = [...kept].sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
  return inOrder
    .filter((row, i) => inOrder[i - 1]?.tier !== row.tier)
    .map((row) => ({ on: row.asOf as string, tier: row.tier, because: row.because }));
}
