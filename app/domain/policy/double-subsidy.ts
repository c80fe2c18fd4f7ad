import { type Day, daysBetween } from '~/domain/kernel/day.ts';
import { type Fen, greatestFen, leastFen, minus, plus, wan, zeroFen } from '~/domain/kernel/money.ts';
import { type Ppm, ppm } from '~/domain/kernel/rate.ts';
import { outsideSubsidy } from '~/domain/policy/assess.ts';
import type { Counted } from '~/domain/policy/counted-balance.ts';
import type { Reason } from '~/domain/policy/line.ts';
import type { LoanFacts } from '~/domain/policy/loan-facts.ts';
import { type SubsidyScheme, schemesInForce } from '~/domain/policy/scheme.ts';
import type { Subsidy } from '~/domain/policy/subsidy.ts';
import { type Cutting, cutSubsidy } from '~/domain/policy/subsidy-cuts.ts';
import { finePointsLeft, roundedUp } from '~/domain/policy/subsidy-points.ts';
import { withYears } from '~/domain/policy/year-cap.ts';

/** One drawdown of one borrower under one contract. Caps and earlier subsidies are worked out here, not read from `loan`. */
export type Drawdown = {
  readonly id: string;
  /** The money behind it: renewals and refinancing at another bank carry it on under a new contract. */
  readonly moneyId: string;
  readonly borrowerId: string;
  readonly bank: string;
  readonly loan: LoanFacts;
  /** What it is spent on where it serves several purposes; empty when all of it serves the purpose of the loan. */
  readonly parts: readonly { readonly purpose: string; readonly amount: Fen }[];
};

/** What one scheme says of one drawdown with everything else of the borrower in view. */
export type SubsidyDecision = Subsidy & {
  readonly drawdownId: string;
  readonly moneyId: string;
  readonly scheme: SubsidyScheme;
  readonly pays: boolean;
  readonly reasons: readonly Reason[];
};

type Taken = { readonly scheme: SubsidyScheme; readonly firstDrawnOn: Day };
type Ledger = {
  /** The central scheme that a piece of money takes, by money. */
  readonly central: Map<string, Taken>;
  /** Balances that use a scheme's principal cap, and subsidy paid under it, by scheme code. */
  readonly counted: Map<string, Counted[]>;
  readonly paid: Map<string, Fen>;
  readonly paidIn: Map<string, ReadonlyMap<number, Fen>>;
};

const refused = (drawdown: Drawdown, scheme: SubsidyScheme, reasons: readonly Reason[]): SubsidyDecision => ({
  drawdownId: drawdown.id,
  moneyId: drawdown.moneyId,
  scheme,
  pays: false,
  amount: zeroFen,
  funding: [],
  lines: [],
  reasons,
});

/**
 * Every subsidy of one borrower — a set of ids, so that a renamed or merged group stays one — over all banks (domain.md
 * G12, edge case 6). One piece of money takes one central scheme, whatever contracts it passes through; local and central
 * together never exceed the contract rate; principal caps hold on every day over all drawdowns, amount caps over all
 * payments; the version goes by the day of the drawdown; of a drawdown for several purposes only the covered part counts. Earlier
 * drawdowns go first, the id decides a tie: the order of the input changes nothing. Drawdowns of others are left out.
 */
export function subsidiseBorrower(
  borrowerIds: ReadonlySet<string>,
  drawdowns: readonly Drawdown[],
  schemes: readonly SubsidyScheme[],
): SubsidyDecision[] {
  const ledger: Ledger = { central: new Map(), counted: new Map(), paid: new Map(), paidIn: new Map() };
  const own = drawdowns.filter((drawdown) => borrowerIds.has(drawdown.borrowerId));
  const first = firstDrawn(own);
  return [...own]
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .flatMap((drawdown) =>
      decide(drawdown, first.get(drawdown.moneyId) ?? drawdown.loan.drawnOn, schemes, ledger),
    );
}

const keyOf = ({ loan, id }: Drawdown): string => `${loan.drawnOn} ${id}`;

function firstDrawn(drawdowns: readonly Drawdown[]): Map<string, Day> {
  const first = new Map<string, Day>();
  for (const { moneyId, loan } of drawdowns) {
    const known = first.get(moneyId);
    if (known === undefined || loan.drawnOn < known) first.set(moneyId, loan.drawnOn);
  }
  return first;
}

/** The schemes that a drawdown may ask: those in force on its day, and the one that its money takes already. */
function asked(
  drawdown: Drawdown,
  schemes: readonly SubsidyScheme[],
  taken: Taken | undefined,
): SubsidyScheme[] {
  const inForce = schemesInForce(schemes, drawdown.loan.drawnOn) as SubsidyScheme[];
  if (!taken) return inForce;
  return [...inForce.filter((scheme) => scheme.code !== taken.scheme.code), taken.scheme];
}

function decide(
  drawdown: Drawdown,
  firstDrawnOn: Day,
  schemes: readonly SubsidyScheme[],
  ledger: Ledger,
): SubsidyDecision[] {
  const taken = ledger.central.get(drawdown.moneyId);
  const candidates = asked(drawdown, schemes, taken);
  let localSubsidy = drawdown.loan.localSubsidy;
  const decisions: SubsidyDecision[] = [];
  for (const scheme of candidates.filter((s) => s.body.level === 'local')) {
    const decision = price(drawdown, scheme, { localSubsidy, firstDrawnOn, ledger, taken });
    decisions.push(decision.decision);
    if (!decision.decision.pays) continue;
    localSubsidy = ppm(localSubsidy + decision.points);
    book(ledger, decision);
  }
  const central = candidates
    .filter((s) => s.body.level === 'central')
    .map((scheme) => price(drawdown, scheme, { localSubsidy, firstDrawnOn, ledger, taken }));
  const best = bestOf(central);
  if (best) {
    book(ledger, best);
    ledger.central.set(drawdown.moneyId, { scheme: best.decision.scheme, firstDrawnOn });
  }
  const others = central.map(({ decision }) =>
    best && decision.pays && decision !== best.decision
      ? refused(drawdown, decision.scheme, [
          { code: 'better-scheme-chosen', scheme: best.decision.scheme.code },
        ])
      : decision,
  );
  return [...decisions, ...others];
}

type PricedDecision = {
  readonly decision: SubsidyDecision;
  readonly points: Ppm;
  readonly cutting: Cutting | null;
};

const bestOf = (central: readonly PricedDecision[]): PricedDecision | undefined =>
  central
    .filter(({ decision }) => decision.pays)
    .sort(({ decision: a }, { decision: b }) =>
      a.amount === b.amount ? (a.scheme.code < b.scheme.code ? -1 : 1) : a.amount > b.amount ? -1 : 1,
    )[0];

function book(ledger: Ledger, { decision, cutting }: PricedDecision): void {
  const { code } = decision.scheme;
  if (cutting) ledger.counted.set(code, [...(ledger.counted.get(code) ?? []), cutting.counted]);
  ledger.paid.set(code, plus(ledger.paid.get(code) ?? zeroFen, decision.amount));
  ledger.paidIn.set(code, withYears(ledger.paidIn.get(code) ?? new Map(), cutting?.years ?? []));
}

type Standing = {
  readonly localSubsidy: Ppm;
  readonly firstDrawnOn: Day;
  readonly ledger: Ledger;
  readonly taken: Taken | undefined;
};

/** The loan as a scheme sees it when everything else of the borrower is in view. */
function inView({ loan }: Drawdown, purpose: string, standing: Standing, continues: boolean): LoanFacts {
  const { localSubsidy, firstDrawnOn, taken } = standing;
  const earlier = taken && !continues ? [taken.scheme.code] : [];
  const renewal = loan.renewal || firstDrawnOn < loan.drawnOn;
  const centralSubsidies = continues ? [] : [...loan.centralSubsidies, ...earlier];
  return { ...loan, localSubsidy, purpose, renewal, centralSubsidies };
}

function price(drawdown: Drawdown, scheme: SubsidyScheme, standing: Standing): PricedDecision {
  const { firstDrawnOn, ledger, taken } = standing;
  const { body, code } = scheme;
  const continues = taken !== undefined && taken.scheme.code === code;
  const eligible = eligiblePart(drawdown, scheme);
  const loan = inView(drawdown, eligible.purpose, standing, continues);
  // A renewal under the scheme that its money takes already stands in the window of the first drawdown.
  const dated = continues ? { ...loan, drawnOn: firstDrawnOn, contractOn: firstDrawnOn } : loan;
  const no = (why: readonly Reason[]): PricedDecision => ({
    decision: refused(drawdown, scheme, why),
    points: ppm(0),
    cutting: null,
  });
  const reasons = outsideSubsidy(body, dated);
  if (reasons.length > 0) return no(reasons);
  const cutting = cutSubsidy(body, loan, {
    eligible: eligible.amount,
    firstDrawnOn,
    others: ledger.counted.get(code) ?? [],
    paid: ledger.paid.get(code) ?? zeroFen,
    paidIn: ledger.paidIn.get(code) ?? new Map(),
  });
  const { counted, usedPrincipal, capFull, subsidy } = cutting;
  if (daysBetween(counted.from, counted.until) <= 0)
    return no([{ code: 'period-over', from: firstDrawnOn, months: body.maxMonths }]);
  if (capFull && body.principalCapWan !== null)
    return no([
      { code: 'cap-used-up', capFen: String(wan(body.principalCapWan)), usedFen: String(usedPrincipal) },
    ]);
  const { id, moneyId } = drawdown;
  const decision = { ...subsidy, drawdownId: id, moneyId, scheme, pays: true, reasons: [] };
  return { decision, points: roundedUp(finePointsLeft(body, loan)), cutting };
}

/** What of a drawdown serves purposes that the scheme covers; the whole where the scheme or the drawdown does not tell. */
function eligiblePart({ loan, parts }: Drawdown, { body }: SubsidyScheme): { purpose: string; amount: Fen } {
  const { purposes } = body.coverage;
  if (parts.length === 0 || purposes === null) return { purpose: loan.purpose, amount: loan.principal };
  const covered = parts.filter((part) => purposes.includes(part.purpose));
  const amount = leastFen(loan.principal, plus(...covered.map((part) => part.amount)));
  return { purpose: covered[0]?.purpose ?? parts[0]?.purpose ?? loan.purpose, amount };
}

/** What a cap per borrower leaves when payments to any id of the borrower's count, at whatever bank; null without a cap. */
export function borrowerCapLeft(
  cap: Fen | null,
  borrowerIds: ReadonlySet<string>,
  payments: readonly { readonly borrowerId: string; readonly amount: Fen }[],
): Fen | null {
  if (cap === null) return null;
  const used = payments.filter((payment) => borrowerIds.has(payment.borrowerId));
  return greatestFen(zeroFen, minus(cap, plus(...used.map((payment) => payment.amount))));
}
