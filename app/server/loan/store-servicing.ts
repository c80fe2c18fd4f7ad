import type { Day } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import type { LoanEvent, MoneyIn, PrepaymentEffect } from '~/domain/loan/event.ts';
import type { LoanReplay } from '~/domain/loan/replay.ts';
import type { RepaymentMethod } from '~/domain/product/schedule.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';
import type { findLoan } from '~/server/loan/store.ts';

export type Loan = NonNullable<Awaited<ReturnType<typeof findLoan>>>;

/** An event of the log with who recorded it, when, and the row's own words. */
export type RecordedEvent = LoanEvent & {
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly note: string | null;
  readonly serialNo: string | null;
  readonly intoLoanId: string | null;
  readonly qualifying: boolean | null;
};

type EventRow = Awaited<ReturnType<Tx['loanEvent']['findMany']>>[number];
type PaymentRow = Awaited<ReturnType<Tx['repayment']['findMany']>>[number];

function partOf(row: EventRow) {
  switch (row.kind) {
    case 'drawdown':
      return { kind: 'drawdown' as const, amount: fen(row.amountFen ?? 0n) };
    case 'rate-change':
      return { kind: 'rate-change' as const, rate: ppm(row.ratePpm ?? 0) };
    case 'extension':
      return { kind: 'extension' as const, months: row.months ?? 0 };
    case 'restructuring':
      return {
        kind: 'restructuring' as const,
        rate: ppm(row.ratePpm ?? 0),
        method: row.method as RepaymentMethod,
        termMonths: row.months ?? 1,
      };
    case 'reversal':
      return { kind: 'reversal' as const, of: row.reversesId ?? '' };
    default:
      return { kind: row.kind as 'renewal' | 'write-off' | 'misuse' | 'technical-overdue' };
  }
}

const asEvent = (row: EventRow): RecordedEvent => ({
  id: row.id,
  on: dayOfDate(row.effectiveOn),
  ...partOf(row),
  recordedAt: row.recordedAt,
  recordedBy: row.recordedBy,
  note: row.note,
  serialNo: null,
  intoLoanId: row.intoLoanId,
  qualifying: row.qualifying,
});

const asPayment = (row: PaymentRow): RecordedEvent => ({
  id: row.id,
  on: dayOfDate(row.paidOn),
  ...(row.kind === 'prepayment'
    ? { kind: 'prepayment' as const, effect: row.effect as PrepaymentEffect }
    : { kind: row.kind as 'repayment' | 'recovery' }),
  principal: fen(row.principalFen),
  interest: fen(row.interestFen),
  penalty: fen(row.penaltyFen),
  recordedAt: row.recordedAt,
  recordedBy: row.recordedBy,
  note: null,
  serialNo: row.serialNo,
  intoLoanId: null,
  qualifying: null,
});

/** The log of each of some loans: the first drawdown, then every event and payment, by loan. */
export async function findLogs(tx: Tx, loans: readonly Loan[]): Promise<Map<string, RecordedEvent[]>> {
  const where = { loanId: { in: loans.map((l) => l.id) } };
  const events = await tx.loanEvent.findMany({ where });
  const payments = await tx.repayment.findMany({ where });
  const none = { note: null, serialNo: null, intoLoanId: null, qualifying: null };
  return new Map(
    loans.map((loan): [string, RecordedEvent[]] => [
      loan.id,
      [
        {
          id: loan.id,
          kind: 'drawdown',
          on: dayOfDate(loan.disbursedOn),
          amount: fen(loan.principalFen),
          recordedAt: loan.recordedAt,
          recordedBy: loan.recordedBy,
          ...none,
        },
        ...events.filter((e) => e.loanId === loan.id).map(asEvent),
        ...payments.filter((p) => p.loanId === loan.id).map(asPayment),
      ],
    ]),
  );
}

type Booked = {
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
  readonly serialNo?: string | null;
  readonly fileId?: string | null;
  readonly note?: string | null;
  readonly intoLoanId?: string | null;
  readonly qualifying?: boolean | null;
};

const isMoney = (event: LoanEvent): event is LoanEvent & MoneyIn =>
  event.kind === 'repayment' || event.kind === 'prepayment' || event.kind === 'recovery';

const paymentRow = (event: LoanEvent & MoneyIn, booked: Booked) => ({
  paidOn: dateOfDay(event.on),
  kind: event.kind,
  effect: event.kind === 'prepayment' ? event.effect : null,
  principalFen: event.principal,
  interestFen: event.interest,
  penaltyFen: event.penalty,
  serialNo: booked.serialNo ?? null,
  fileId: booked.fileId ?? null,
});

const eventRow = (event: LoanEvent, booked: Booked) => ({
  kind: event.kind,
  effectiveOn: dateOfDay(event.on),
  amountFen: event.kind === 'drawdown' ? event.amount : null,
  ratePpm: event.kind === 'rate-change' || event.kind === 'restructuring' ? event.rate : null,
  months:
    event.kind === 'extension' ? event.months : event.kind === 'restructuring' ? event.termMonths : null,
  method: event.kind === 'restructuring' ? event.method : null,
  reversesId: event.kind === 'reversal' ? event.of : null,
  note: booked.note ?? null,
  intoLoanId: booked.intoLoanId ?? null,
  qualifying: booked.qualifying ?? null,
});

/** Appends events to the log of a loan. */
export async function addEvents(tx: Tx, loan: Loan, events: readonly (LoanEvent & Booked)[]): Promise<void> {
  const { enterpriseId, institutionId } = loan;
  const owned = (e: LoanEvent & Booked) => ({
    enterpriseId,
    institutionId,
    id: e.id,
    loanId: loan.id,
    recordedBy: e.recordedBy,
    recordedAt: e.recordedAt,
  });
  const money: Prisma.RepaymentCreateManyInput[] = [];
  const others: Prisma.LoanEventCreateManyInput[] = [];
  for (const event of events) {
    if (isMoney(event)) money.push({ ...owned(event), ...paymentRow(event, event) });
    else others.push({ ...owned(event), ...eventRow(event, event) });
  }
  if (money.length > 0) await tx.repayment.createMany({ data: money });
  if (others.length > 0) await tx.loanEvent.createMany({ data: others });
}

/** Writes what the log makes of a loan: its schedule, state, maturity and rate, for lists and for the stages that follow. */
export async function keepStanding(tx: Tx, loan: Loan, now: LoanReplay): Promise<void> {
  const { enterpriseId, institutionId, id } = loan;
  await tx.instalment.deleteMany({ where: { enterpriseId, loanId: id } });
  await tx.instalment.createMany({
    data: now.schedule.map((row, at) => ({
      enterpriseId,
      loanId: id,
      institutionId,
      seq: at + 1,
      dueOn: dateOfDay(row.dueOn),
      principalFen: row.principal,
      interestFen: row.interest,
      kind: row.kind,
    })),
  });
  const ended: Day | null = now.endedOn;
  await tx.loan.updateMany({
    where: { enterpriseId, id },
    data: {
      state: now.state,
      settledOn: ended && dateOfDay(ended),
      currentRatePpm: now.rate,
      ...(now.state === 'active' && { maturityOn: dateOfDay(now.maturityOn) }),
    },
  });
}
