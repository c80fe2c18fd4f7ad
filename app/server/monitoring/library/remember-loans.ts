import type { Day } from '~/domain/kernel/day.ts';
import type { RememberedLoan, TestedDays } from '~/domain/monitoring/library/backtest.ts';
import { itemsOfSignal, type Signal } from '~/domain/monitoring/signal.ts';
import type { Tx } from '~/server/db/client.ts';
import { readStandings } from '~/server/loan/read-standing.ts';
import { findLoansById } from '~/server/loan/store.ts';
import { rememberArrears } from '~/server/monitoring/library/remember-arrears.ts';
import { rememberSpans } from '~/server/monitoring/library/remember-spans.ts';
import { noArrears } from '~/server/monitoring/screen-loans.ts';
import { findPastLoans, findRememberedFacts, type PastLoan } from '~/server/monitoring/store-remembered.ts';

/** What is tested, what it is held against, and over which days. */
export type Plan = { readonly after: Signal; readonly before: Signal | null; readonly days: TestedDays };

export type RememberedPage = {
  readonly loans: readonly PastLoan[];
  /** The loans that some lender might look at on any of the days. */
  readonly watched: ReadonlySet<string>;
  readonly remembered: readonly RememberedLoan[];
};

/** Reads so many loans after one as far back as a plan asks; nothing is judged here. */
export async function rememberLoans(
  tx: Tx,
  plan: Plan,
  after: string,
  limit: number,
): Promise<RememberedPage> {
  const loans = await findPastLoans(tx, plan.days, after, limit);
  if (loans.length === 0) return { loans, watched: new Set(), remembered: [] };
  const signals = [plan.after, plan.before].filter((signal) => signal !== null);
  const spans = await rememberSpans(tx, loans, plan.days);
  const items = [...new Set(signals.flatMap(itemsOfSignal))];
  const firms = [...new Set(loans.map((loan) => loan.enterprise_id))];
  const facts = items.length > 0 ? await findRememberedFacts(tx, firms, items) : new Map();
  const byMoney = signals.some(({ body }) => body.active && body.rule.kind === 'days-past-due');
  const arrears = byMoney ? await arrearsOfLoans(tx, loans) : new Map();
  const remembered = loans.flatMap((loan, n) => {
    const own = facts.get(loan.enterprise_id) ?? [];
    const watched = spans[n] ?? [];
    if (watched.length === 0 || (!byMoney && own.length === 0)) return [];
    const arrearsOn: (on: Day) => typeof noArrears = arrears.get(loan.id) ?? (() => noArrears);
    return [{ loanId: loan.id, enterpriseId: loan.enterprise_id, spans: watched, facts: own, arrearsOn }];
  });
  // the day before the first is looked at for what stood then; it is none of the days
  const isWithin = ({ through }: { readonly through: Day | null }) =>
    through === null || through >= plan.days.from;
  const watched = new Set(loans.flatMap(({ id }, n) => (spans[n]?.some(isWithin) ? [id] : [])));
  return { loans, watched, remembered };
}

async function arrearsOfLoans(tx: Tx, loans: readonly PastLoan[]) {
  const rows = await findLoansById(tx, [...new Set(loans.map((loan) => loan.id))]);
  const standings = await readStandings(tx, rows);
  return new Map([...standings].map(([id, standing]) => [id, rememberArrears(standing)]));
}
