import { addDays, type Day } from '~/domain/kernel/day.ts';
import type { Arrears } from '~/domain/loan/dpd.ts';
import type { Severity } from '~/domain/monitoring/case.ts';
import { curedAlerts, intakeOf, type KnownAlert, supersededBy } from '~/domain/monitoring/dedup.ts';
import { evaluateSignals } from '~/domain/monitoring/evaluate.ts';
import type { Hit, Signal, SignalFact } from '~/domain/monitoring/signal.ts';

/** A fact with the days on which it was known: from the first, until the day on which another took its place (null: it stands). */
export type RememberedFact = {
  readonly fact: SignalFact;
  readonly knownFrom: Day;
  readonly knownUntil: Day | null;
  /** Spans in which it was disputed and kept from lenders, first day and the day it was shown again. */
  readonly suspended: readonly { readonly from: Day; readonly until: Day | null }[];
};

/** Days on which a lender might look, and at which items; the last day is in it, null is open. */
export type WatchedSpan = {
  readonly from: Day;
  readonly through: Day | null;
  readonly items: ReadonlySet<string>;
};

/** A funded firm as far back as it is asked. */
export type RememberedLoan = {
  readonly loanId: string;
  readonly enterpriseId: string;
  readonly spans: readonly WatchedSpan[];
  readonly facts: readonly RememberedFact[];
  /** Arrears at the end of a day as they were known then. */
  arrearsOn(day: Day): Arrears;
};

/** An alert that the signal would have raised. */
export type TestedAlert = {
  readonly loanId: string;
  readonly enterpriseId: string;
  readonly on: Day;
  readonly severity: Severity;
};

export type TestedDays = {
  readonly from: Day;
  readonly to: Day;
  /** For how many days a closed case is not raised again, on a day. */
  windowDaysOn(day: Day): number;
};

type Live = { -readonly [K in keyof KnownAlert]: KnownAlert[K] };

const isKnown = ({ knownFrom, knownUntil }: RememberedFact, on: Day): boolean =>
  knownFrom <= on && (knownUntil === null || on < knownUntil);

const isSuspended = ({ suspended }: RememberedFact, on: Day): boolean =>
  suspended.some(({ from, until }) => from <= on && (until === null || on < until));

/**
 * The alerts that one signal would have raised on a loan within some days, by the same rules as the live watch: the lender's
 * consent opens the items, what is disputed raises nothing and cures nothing, a higher severity breaks the case, a case that is
 * cured is not raised again on the same facts. What stood already on the day before the first is not counted. Nobody closes a
 * case here: it stays open until its cause is gone.
 */
export function backtestLoan(loan: RememberedLoan, signal: Signal, days: TestedDays): TestedAlert[] {
  const raised: TestedAlert[] = [];
  const known: Live[] = [];
  if (!signal.body.active) return raised;
  for (let on = addDays(days.from, -1); on <= days.to; on = addDays(on, 1)) {
    const severity = lookOn(loan, signal, on, days.windowDaysOn(on), known);
    if (severity && on >= days.from)
      raised.push({ loanId: loan.loanId, enterpriseId: loan.enterpriseId, on, severity });
  }
  return raised;
}

/** One day's look: cases are merged, cured or raised in `known`; the severity of a new one. */
function lookOn(
  loan: RememberedLoan,
  signal: Signal,
  on: Day,
  windowDays: number,
  known: Live[],
): Severity | null {
  const found = findOn(loan, signal, on);
  if (!found) return null;
  const [hit] = found.hits;
  const intake = hit ? intakeOf(hit, known, on, windowDays) : null;
  for (const { id } of curedAlerts(known, found.standing))
    change(known, id, { state: 'closed', closedOn: on });
  if (!hit || !intake || intake.decision === 'nothing-new') return null;
  const { groupKey, severity, factIds } = hit;
  if (intake.decision === 'merge') {
    const before = known.find(({ id }) => id === intake.into)?.factIds ?? [];
    change(known, intake.into, { factIds: [...new Set([...before, ...factIds])], since: sinceOf(hit) });
    return null;
  }
  for (const under of supersededBy(hit, known)) change(known, under, { state: 'closed', closedOn: on });
  const id = String(known.length);
  const raised = { signalVersion: signal.version, severity, state: 'open', closedOn: null } as const;
  known.push({ ...raised, id, groupKey, factIds, since: sinceOf(hit) });
  return severity;
}

const change = (known: Live[], id: string, to: Partial<Live>): void => {
  const alert = known.find((each) => each.id === id);
  if (alert) Object.assign(alert, to);
};

type Found = { readonly hits: readonly Hit[]; readonly standing: readonly Hit[] };

/** What the signal says on a day of what the lender may see, and of that with what is disputed; null where nobody looks. */
function findOn(loan: RememberedLoan, signal: Signal, on: Day): Found | null {
  const span = loan.spans.find(({ from, through }) => from <= on && (through === null || on <= through));
  if (!span) return null;
  const open = loan.facts.filter((each) => isKnown(each, on) && span.items.has(each.fact.item));
  const arrears = loan.arrearsOn(on);
  const hitsOf = (some: readonly RememberedFact[]) =>
    evaluateSignals({ loanId: loan.loanId, facts: some.map(({ fact }) => fact), arrears }, [signal], on);
  const shown = open.filter((each) => !isSuspended(each, on));
  const hits = hitsOf(shown);
  return { hits, standing: shown.length === open.length ? hits : hitsOf(open) };
}

const sinceOf = ({ figures: { since } }: Hit): string | null => (typeof since === 'string' ? since : null);
