import { addDays, type Day } from '~/domain/kernel/day.ts';
import { zeroFen } from '~/domain/kernel/money.ts';
import type { Arrears } from '~/domain/loan/dpd.ts';
import { curedAlerts, intakeOf } from '~/domain/monitoring/dedup.ts';
import { evaluateSignals } from '~/domain/monitoring/evaluate.ts';
import type { Signal } from '~/domain/monitoring/signal.ts';
import type { Tx } from '~/server/db/client.ts';
import { findAlertsOf, findAllFacts, findArrears, findDisputing } from '~/server/monitoring/store-screen.ts';
import type { WatchedLoan } from '~/server/monitoring/store-watch.ts';

/** A closed case is not raised again on the same facts within this many days (H4). */
export const dedupWindowDays = 180;

const noArrears: Arrears = {
  dpd: 0,
  oldestUnpaidOn: null,
  overduePrincipal: zeroFen,
  overdueInterest: zeroFen,
};

/** Every item that an active signal looks at, and the net assets that some weigh their sums against. */
export const itemsOf = (signals: readonly Signal[]): string[] => [
  ...new Set([
    'registration.annual-figures',
    ...signals.flatMap(({ body }) =>
      body.active && body.rule.kind !== 'days-past-due' ? body.rule.items : [],
    ),
  ]),
];

/**
 * The loans of a set that are worth a closer look: something would be raised, merged or cleared if the lender could see all there
 * is. A consent can only hide items, and what is hidden raises nothing, so nothing that the closer look would do is missed; a
 * firm with a suspended record always gets it. Set-based, six queries for all of them; nothing is shown to anybody here.
 */
export async function screenLoans(
  tx: Tx,
  loans: readonly WatchedLoan[],
  signals: readonly Signal[],
  today: Day,
): Promise<WatchedLoan[]> {
  if (loans.length === 0) return [];
  const firms = [...new Set(loans.map((loan) => loan.enterprise_id))];
  const ids = loans.map((loan) => loan.id);
  const facts = await findAllFacts(tx, firms, itemsOf(signals));
  const disputing = await findDisputing(tx, firms);
  const alerts = await findAlertsOf(tx, firms, ids, addDays(today, -dedupWindowDays - 1));
  const arrears = await findArrears(tx, firms, ids, today);
  return loans.filter((loan) => {
    if (disputing.has(loan.enterprise_id)) return true;
    const firm = {
      loanId: loan.id,
      facts: facts.get(loan.enterprise_id) ?? [],
      arrears: arrears.get(loan.id) ?? noArrears,
    };
    const known = alerts.get(loan.id) ?? [];
    const hits = evaluateSignals(firm, signals, today);
    return (
      curedAlerts(known, hits).length > 0 ||
      hits.some((hit) => intakeOf(hit, known, today, dedupWindowDays).decision !== 'nothing-new')
    );
  });
}
