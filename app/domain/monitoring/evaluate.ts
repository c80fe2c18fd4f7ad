import type { Day } from '~/domain/kernel/day.ts';
import { plus } from '~/domain/kernel/money.ts';
import type { Arrears } from '~/domain/loan/dpd.ts';
import {
  findAgainstNetAssets,
  findEvents,
  findLasting,
  netAssetsOn,
} from '~/domain/monitoring/occurrences.ts';
import {
  type Finding,
  type Hit,
  type Signal,
  type SignalFact,
  type SignalRule,
  worstRung,
} from '~/domain/monitoring/signal.ts';
import { findFallAgainstMean, findFallAgainstYearAgo, findLosses } from '~/domain/monitoring/trends.ts';

/** A funded firm as its lending bank may see it: the caller passes only facts that the monitoring consent opens. */
export type WatchedFirm = {
  readonly loanId: string;
  readonly facts: readonly SignalFact[];
  /** Arrears of the watched loan on the day. */
  readonly arrears: Arrears;
};

function findDaysPastDue(
  rule: Extract<SignalRule, { kind: 'days-past-due' }>,
  { arrears }: WatchedFirm,
): Finding | null {
  const severity = worstRung(rule.ladder, (rung) => arrears.dpd >= rung.dpd);
  if (severity === null) return null;
  const overdue = plus(arrears.overduePrincipal, arrears.overdueInterest);
  const since = arrears.oldestUnpaidOn ? { since: arrears.oldestUnpaidOn } : {};
  return { severity, factIds: [], figures: { dpd: arrears.dpd, amountFen: String(overdue), ...since } };
}

function find(rule: SignalRule, firm: WatchedFirm, asOf: Day): Finding | null {
  if (rule.kind === 'days-past-due') return findDaysPastDue(rule, firm);
  const facts = firm.facts.filter(
    (fact) =>
      rule.items.includes(fact.item) &&
      (rule.categories === null || (fact.category !== null && rule.categories.includes(fact.category))),
  );
  switch (rule.kind) {
    case 'lasting':
      return findLasting(rule, facts, asOf);
    case 'events':
      return findEvents(rule, facts, asOf);
    case 'losses-in-a-row':
      return findLosses(rule, facts, asOf);
    case 'fall-against-year-ago':
      return findFallAgainstYearAgo(rule, facts, asOf);
    case 'fall-against-mean':
      return findFallAgainstMean(rule, facts, asOf);
    case 'against-net-assets':
      return findAgainstNetAssets(rule, facts, asOf, netAssetsOn(firm.facts, asOf));
  }
}

/**
 * What the active signals say of one funded firm as of a day, at most one hit each, with the facts it rests on.
 * Pure: the same facts as known then give the same hits, so a corrected fact or a backdated payment changes the answer
 * and not only what follows it. A missing month or figure raises nothing.
 */
export function evaluateSignals(firm: WatchedFirm, signals: readonly Signal[], asOf: Day): Hit[] {
  return signals.flatMap(({ code, version, body }) => {
    const finding = body.active ? find(body.rule, firm, asOf) : null;
    return finding ? [{ ...finding, signal: code, version, groupKey: `${firm.loanId}/${code}` }] : [];
  });
}
