import { addDays, addMonths, type Day } from '~/domain/kernel/day.ts';
import { arrearsAt } from '~/domain/loan/arrears-chain.ts';
import { balanceOn } from '~/domain/loan/daily-balance.ts';
import {
  type Claim,
  type ClassificationTable,
  type Classified,
  classifyDebtor,
  isNonPerforming,
  type Period,
  type Tier,
  tiers,
} from '~/domain/loan/five-tier.ts';
import type { LoanReplay } from '~/domain/loan/replay.ts';

/** A loan of the debtor at this bank, live or ended. */
export type ClassedLoan = {
  readonly loanId: string;
  readonly startOn: Day;
  readonly replay: LoanReplay;
  /** The loan that it renews: its class and its clocks go on. */
  readonly renewsId: string | null;
  /** Renewed outside the rules for small firms: borrowing new to repay old. */
  readonly borrowedToRepay: boolean;
};

export type DebtorHistory = {
  readonly loans: readonly ClassedLoan[];
  readonly table: ClassificationTable;
  readonly retail: boolean;
  /** From which days on long overdue debts at all banks together exceeded the share, or no longer did; in order. */
  readonly overdueElsewhere: readonly { readonly from: Day; readonly exceeded: boolean }[];
  readonly asOf: Day;
};

/** From this day on the loan is in the class, until the next entry. */
export type ClassSpan = { readonly on: Day; readonly dpd: number } & Omit<Classified, 'loanId'>;

/** The clocks of one loan: not cured since it was non-performing, and observed since it was restructured. */
type Clocks = {
  tier: Tier;
  bad: { cleanSince: Day | null } | null;
  observed: { cleanSince: Day | null } | null;
};

const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** The longer of the months and the due dates, from a day on; null while the day is not known. */
function endOf(period: Period, from: Day | null, { schedule }: LoanReplay): Day | null {
  if (!from) return null;
  const dues = schedule.filter((row) => row.dueOn > from);
  const last = dues[period.periods - 1] ?? dues.at(-1);
  const months = addMonths(from, period.months);
  return last ? later(months, last.dueOn) : months;
}

/** Days on which a class may change by itself: due dates, payments, thresholds, events, balances. */
function daysOf({ startOn, replay }: ClassedLoan, table: ClassificationTable): Day[] {
  const thresholds = [...table.overdueFrom.map((floor) => floor.dpd), table.technicalDays + 1];
  return [
    startOn,
    ...replay.balances.map((span) => span.from),
    ...replay.events.map((event) => event.on),
    ...replay.arrears.flatMap(({ from, oldestUnpaidOn }) => [
      from,
      ...(oldestUnpaidOn ? thresholds.map((dpd) => addDays(oldestUnpaidOn, dpd)) : []),
    ]),
  ];
}

/** One running class history of all claims of one bank on one debtor. */
class Running {
  readonly spans = new Map<string, ClassSpan[]>();
  private readonly clocks = new Map<string, Clocks>();
  private readonly days: Set<Day>;

  constructor(private readonly debtor: DebtorHistory) {
    this.days = new Set([
      ...debtor.loans.flatMap((loan) => daysOf(loan, debtor.table)),
      ...debtor.overdueElsewhere.map(({ from }) => from),
    ]);
  }

  run(): void {
    let on: Day | null = null;
    for (;;) {
      const next = this.dayAfter(on);
      if (!next || next > this.debtor.asOf) return;
      this.judge(next);
      on = next;
    }
  }

  private dayAfter(on: Day | null): Day | null {
    let next: Day | null = null;
    for (const day of this.days) if ((!on || day > on) && (!next || day < next)) next = day;
    return next;
  }

  private judge(on: Day): void {
    const { loans, table, retail } = this.debtor;
    const live = loans.filter(({ startOn, replay }) => startOn <= on && (replay.endedOn ?? '9999') > on);
    const claims = live.map((loan) => this.claimOf(loan, on));
    const elsewhere = this.debtor.overdueElsewhere.filter(({ from }) => from <= on).at(-1);
    const debtor = { retail, overdueElsewhere: elsewhere?.exceeded ?? false };
    const classed = classifyDebtor(claims, debtor, table);
    for (const [i, { loanId, tier, because }] of classed.entries()) {
      const clocks = this.clocksOf(live[i] as ClassedLoan);
      clocks.tier = tier;
      const spans = this.spans.get(loanId) ?? [];
      const before = spans.at(-1);
      if (before?.tier !== tier || reasonsOf(before) !== reasonsOf({ because }))
        spans.push({ on, tier, because, dpd: claims[i]?.dpd ?? 0 });
      this.spans.set(loanId, spans);
    }
  }

  private clocksOf({ loanId, renewsId }: ClassedLoan): Clocks {
    const own = this.clocks.get(loanId);
    if (own) return own;
    const inherited = renewsId ? this.clocks.get(renewsId) : undefined;
    const clocks = inherited ? { ...inherited } : { tier: 'normal' as const, bad: null, observed: null };
    this.clocks.set(loanId, clocks);
    return clocks;
  }

  private claimOf(loan: ClassedLoan, on: Day): Claim {
    const { table } = this.debtor;
    const { replay } = loan;
    const clocks = this.clocksOf(loan);
    const arrears = arrearsAt(replay.arrears, on);
    const dpd = arrears?.dpd ?? 0;
    const clean = (since: Day | null) => (dpd > 0 ? null : (since ?? on));
    const restructured = replay.events.some((e) => e.kind === 'restructuring' && e.on === on);
    if (restructured && tiers.indexOf(clocks.tier) >= tiers.indexOf(table.observation.startsAtTier))
      clocks.observed = { cleanSince: null };
    const byDays = table.overdueFrom.filter((floor) => dpd >= floor.dpd).at(-1)?.tier ?? 'normal';
    if (isNonPerforming(byDays)) clocks.bad = { cleanSince: null };
    clocks.bad &&= { cleanSince: clean(clocks.bad.cleanSince) };
    clocks.observed &&= { cleanSince: clean(clocks.observed.cleanSince) };
    const curing = this.running(clocks.bad && endOf(table.cure, clocks.bad.cleanSince, replay), on);
    const observed = this.running(
      clocks.observed && endOf(table.observation, clocks.observed.cleanSince, replay),
      on,
    );
    if (curing === 'over') clocks.bad = null;
    if (observed === 'over') clocks.observed = null;
    return {
      loanId: loan.loanId,
      outstanding: balanceOn(replay.balances, on),
      dpd,
      technical: isTechnical(replay, arrears?.oldestUnpaidOn ?? null, on),
      misused: replay.events.some((e) => e.kind === 'misuse' && e.on <= on),
      curing: clocks.bad && { until: curing as Day | null },
      observed: clocks.observed && { until: observed as Day | null },
      borrowedToRepay: loan.borrowedToRepay,
    };
  }

  /** Whether a clock has run out; the day on which it will is one to look at. */
  private running(until: Day | null, on: Day): Day | null | 'over' {
    if (!until) return null;
    if (until <= on) return 'over';
    this.days.add(until);
    return until;
  }
}

/** Whether the bank said of what is overdue now, not of an earlier overdue, that its cause is technical. */
const isTechnical = (replay: LoanReplay, overdueSince: Day | null, on: Day): boolean =>
  overdueSince !== null &&
  replay.events.some((e) => e.kind === 'technical-overdue' && e.on >= overdueSince && e.on <= on);

const reasonsOf = ({ because }: Pick<ClassSpan, 'because'>): string =>
  because.map((reason) => reason.code).join();

/**
 * The five-tier class of every claim of one bank on one debtor from its first day to a day (domain.md §2.8, edge case
 * 14), by loan. It follows from contracts and events alone, so a payment entered late corrects the whole history; a
 * renewal takes class and clocks along; a bad loan becomes performing only once it is cured.
 */
export function classHistory(debtor: DebtorHistory): Map<string, ClassSpan[]> {
  const running = new Running(debtor);
  running.run();
  return running.spans;
}
