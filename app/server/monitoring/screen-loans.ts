import { addDays, type Day } from '~/domain/kernel/day.ts';
import { zeroFen } from '~/domain/kernel/money.ts';
import type { Arrears } from '~/domain/loan/dpd.ts';
import { curedAlerts, intakeOf } from '~/domain/monitoring/dedup.ts';
import { evaluateSignals } from '~/domain/monitoring/evaluate.ts';
import { itemsOfSignal, type Signal } from '~/domain/monitoring/signal.ts';
import type { Reader } from '~/server/db/client.ts';
import { findRaising } from '~/server/monitoring/find-raising.ts';
import { readHandling } from '~/server/monitoring/read-handling.ts';
import { findAlertsOf, findAllFacts, findArrears, findDisputing } from '~/server/monitoring/store-screen.ts';
import type { WatchedLoan } from '~/server/monitoring/store-watch.ts';

/** Nothing is overdue. */
export const noArrears: Arrears = {
  dpd: 0,
  oldestUnpaidOn: null,
  overduePrincipal: zeroFen,
  overdueInterest: zeroFen,
};

/** The signals that something of the items can move, under any of their versions; the others stay as they are. */
export const movedBy = (
  signals: readonly Signal[],
  items: readonly string[],
  versions: readonly Signal[] = signals,
): Signal[] =>
  signals.filter(({ code }) =>
    versions.some((each) => each.code === code && itemsOfSignal(each).some((item) => items.includes(item))),
  );

const looksAtArrears = ({ body }: Signal): boolean => body.active && body.rule.kind === 'days-past-due';

/**
 * The loans of a set that are worth a closer look: one of these signals would raise, merge or clear something if the lender could
 * see all there is. A consent can only hide items, and what is hidden raises nothing, so nothing that the closer look would do is
 * missed; a firm with a suspended record always gets it. A few queries for all of them; nothing is shown to anybody here.
 */
export async function screenLoans(
  tx: Reader,
  loans: readonly WatchedLoan[],
  signals: readonly Signal[],
  today: Day,
): Promise<WatchedLoan[]> {
  if (loans.length === 0 || signals.length === 0) return [];
  const firms = [...new Set(loans.map((loan) => loan.enterprise_id))];
  const ids = loans.map((loan) => loan.id);
  const { dedupWindowDays } = await readHandling(tx, today);
  const disputing = await findDisputing(tx, firms);
  const alerts = await findAlertsOf(tx, firms, ids, addDays(today, -dedupWindowDays - 1));
  const raising = await findRaising(tx, [...alerts.values()].flat(), signals);
  const both = [...signals, ...raising];
  const facts = await findAllFacts(tx, firms, [...new Set(both.flatMap(itemsOfSignal))]);
  const arrears = both.some(looksAtArrears)
    ? await findArrears(tx, [...new Set(loans.map((loan) => loan.borrower_id))], ids, today)
    : new Map<string, Arrears>();
  const codes = new Set(signals.map(({ code }) => code));
  return loans.filter((loan) => {
    if (disputing.has(loan.enterprise_id)) return true;
    const known = (alerts.get(`${loan.id} ${loan.enterprise_id}`) ?? []).filter(({ groupKey }) =>
      codes.has(groupKey.slice(loan.id.length + 1)),
    );
    const firm = {
      loanId: loan.id,
      facts: facts.get(loan.enterprise_id) ?? [],
      arrears: arrears.get(loan.id) ?? noArrears,
    };
    const hits = evaluateSignals(firm, signals, today);
    return (
      curedAlerts(known, hits, evaluateSignals(firm, raising, today)).length > 0 ||
      hits.some((hit) => intakeOf(hit, known, today, dedupWindowDays).decision !== 'nothing-new')
    );
  });
}
